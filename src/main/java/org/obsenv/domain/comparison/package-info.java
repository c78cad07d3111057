/** What a candidate replaces, and what changed between the two images. */
@NullMarked
package org.obsenv.domain.comparison;

import org.jspecify.annotations.NullMarked;
