/** Tests of the environment page's words and order. */
@NullMarked
package org.obsenv.console.environment;

import org.jspecify.annotations.NullMarked;
