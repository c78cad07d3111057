/** What ran when, and who made it so: the journal and the generations, put together. Plain values and a port. */
@NullMarked
package org.obsenv.domain.timeline;

import org.jspecify.annotations.NullMarked;
