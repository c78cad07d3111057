/** Tests of the hold and of resuming. */
@NullMarked
package org.obsenv.console.resume;

import org.jspecify.annotations.NullMarked;
