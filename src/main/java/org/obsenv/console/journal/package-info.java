/**
 * The last acts, as a page and as a drawer. It writes nothing.
 */
@NullMarked
package org.obsenv.console.journal;

import org.jspecify.annotations.NullMarked;
