/** What may be said of a history of switches: pure, over what was recorded while it happened. */
@NullMarked
package org.obsenv.hostile.history;

import org.jspecify.annotations.NullMarked;
