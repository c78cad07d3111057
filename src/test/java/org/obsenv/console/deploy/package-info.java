/** Tests of the hold and of resuming. */
@NullMarked
package org.obsenv.console.deploy;

import org.jspecify.annotations.NullMarked;
