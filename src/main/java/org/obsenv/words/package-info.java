/** Message bundles: every text a person sees stands in one, with named places. */
@NullMarked
package org.obsenv.words;

import org.jspecify.annotations.NullMarked;
