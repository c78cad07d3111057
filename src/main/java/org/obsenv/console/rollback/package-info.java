/**
 * The button, its countdown, the roll back and its result. The only place that asks for the verb {@code rollback}.
 */
@NullMarked
package org.obsenv.console.rollback;

import org.jspecify.annotations.NullMarked;
