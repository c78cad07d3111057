/**
 * "Pull now": a maintainer's pass of the auto-pull, so that a fix that was announced by voice is there at once. Moves
 * nothing that is held.
 */
@NullMarked
package org.obsenv.console.pull;

import org.jspecify.annotations.NullMarked;
