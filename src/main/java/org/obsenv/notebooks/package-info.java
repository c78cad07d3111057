/**
 * A person's {@code ~/notebooks/.user_setups}, read and written as that person. Knows nothing of sudo or the helper: it
 * is the user's own file. Must not be part of the privileged side.
 */
@NullMarked
package org.obsenv.notebooks;

import org.jspecify.annotations.NullMarked;
