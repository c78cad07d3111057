/**
 * What a person has viewed, in a file of her own state directory (XDG base directories). It must not know what a diff is,
 * and writes nowhere else.
 */
@NullMarked
package org.obsenv.viewed;

import org.jspecify.annotations.NullMarked;
