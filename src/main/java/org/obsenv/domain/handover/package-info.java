/** What the night hands to the day, put together from what the readers know. No words, no clock and no files. */
@NullMarked
package org.obsenv.domain.handover;

import org.jspecify.annotations.NullMarked;
