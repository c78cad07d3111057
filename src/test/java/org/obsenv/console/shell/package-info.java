/** Tests of the window, with keys and clicks. */
@NullMarked
package org.obsenv.console.shell;

import org.jspecify.annotations.NullMarked;
