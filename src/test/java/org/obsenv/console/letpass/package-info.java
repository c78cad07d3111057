/** Tests of pulling now. */
@NullMarked
package org.obsenv.console.letpass;

import org.jspecify.annotations.NullMarked;
