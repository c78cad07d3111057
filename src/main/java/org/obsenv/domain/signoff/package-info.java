/**
 * The sign-off of a recommended image: what the policy asks, what people did, and what both come to. Plain Java: whether
 * an act is genuine is decided below, when the store is read.
 */
@NullMarked
package org.obsenv.domain.signoff;

import org.jspecify.annotations.NullMarked;
