/** Container images by their tags: what a tag says, and in which order tags of one type stand. Plain Java. */
@NullMarked
package org.obsenv.domain.image;

import org.jspecify.annotations.NullMarked;
