/** What a source of images says of them: which there are, which image a tag means now, what is in one. */
@NullMarked
package org.obsenv.domain.registry;

import org.jspecify.annotations.NullMarked;
