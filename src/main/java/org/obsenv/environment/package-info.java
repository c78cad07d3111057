/**
 * Reads a generation layout as the environment it is: switch, base, and every package against its pin. It writes
 * nothing and starts nothing; git is read through {@code org.obsenv.git}.
 */
@NullMarked
package org.obsenv.environment;

import org.jspecify.annotations.NullMarked;
