/** What may be pushed to a deploy branch, made byte for byte as git itself would not write it. */
@NullMarked
package org.obsenv.hostile.pushed;

import org.jspecify.annotations.NullMarked;
