/** A person's own {@code ~/notebooks/.user_setups}: what it holds, and its way to base and back. Values and a port. */
@NullMarked
package org.obsenv.domain.notebooks;

import org.jspecify.annotations.NullMarked;
