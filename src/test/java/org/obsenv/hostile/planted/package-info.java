/** A switch as one would write it at first, with the faults that the checks must catch. No test and no product. */
@NullMarked
package org.obsenv.hostile.planted;

import org.jspecify.annotations.NullMarked;
