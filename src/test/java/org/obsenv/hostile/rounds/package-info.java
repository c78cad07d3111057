/** Two operators, the auto-pull and pushes at once, under a random schedule of stops; recorded for the history's checker. */
@NullMarked
package org.obsenv.hostile.rounds;

import org.jspecify.annotations.NullMarked;
