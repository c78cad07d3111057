/** Tests of the journal's words. */
@NullMarked
package org.obsenv.console.journal;

import org.jspecify.annotations.NullMarked;
