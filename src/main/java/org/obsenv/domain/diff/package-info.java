/**
 * How two texts differ, and how that is laid out in rows: pure, bounded, and lazy. A text stays the bytes it was read
 * as; a line is decoded when somebody looks at it. Must not know git, where a text came from, nor how rows are painted.
 */
@NullMarked
package org.obsenv.domain.diff;

import org.jspecify.annotations.NullMarked;
