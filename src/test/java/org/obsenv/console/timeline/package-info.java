/** Tests of what ran when, without a window. */
@NullMarked
package org.obsenv.console.timeline;

import org.jspecify.annotations.NullMarked;
