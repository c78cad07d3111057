/** Tests of pulling now. */
@NullMarked
package org.obsenv.console.pull;

import org.jspecify.annotations.NullMarked;
