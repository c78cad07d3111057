/**
 * What rolling back and resuming share: asking for a verb, how it ended, what the disk shows
 * of it, and how that is said. Which verb, and whether, the features decide.
 */
@NullMarked
package org.obsenv.console.acting;

import org.jspecify.annotations.NullMarked;
