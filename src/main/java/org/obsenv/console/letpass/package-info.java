/**
 * The deploy head that the gate keeps out, in its package's detail: which commit, whose, why; and for maintainers the way
 * to let it pass. Whether it may pass, the verb decides.
 */
@NullMarked
package org.obsenv.console.letpass;

import org.jspecify.annotations.NullMarked;
