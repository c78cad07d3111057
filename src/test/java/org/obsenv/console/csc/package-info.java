/** Tests of the hold and of resuming. */
@NullMarked
package org.obsenv.console.csc;

import org.jspecify.annotations.NullMarked;
