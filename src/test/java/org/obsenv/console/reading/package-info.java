/** Tests of the feed of readings. */
@NullMarked
package org.obsenv.console.reading;

import org.jspecify.annotations.NullMarked;
