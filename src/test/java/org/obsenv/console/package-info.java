/** Tests of the console as a whole, and what they share: sample readings, a clock that stands still, recording ports. */
@NullMarked
package org.obsenv.console;

import org.jspecify.annotations.NullMarked;
