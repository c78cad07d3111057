/** Tests of the detail drawer's state. */
@NullMarked
package org.obsenv.console.changes;

import org.jspecify.annotations.NullMarked;
