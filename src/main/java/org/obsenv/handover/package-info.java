/** The handover's text as a file of the person's own. Knows nothing of what it says, and writes over nothing. */
@NullMarked
package org.obsenv.handover;

import org.jspecify.annotations.NullMarked;
