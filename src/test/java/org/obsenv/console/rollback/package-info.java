/** Tests of the button, its countdown and its result. */
@NullMarked
package org.obsenv.console.rollback;

import org.jspecify.annotations.NullMarked;
