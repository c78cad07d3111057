/**
 * Starts a verb as the site file says, follows its events, and turns every way it can end into a value. Knows nothing
 * of what the verb does.
 */
@NullMarked
package org.obsenv.sudo;

import org.jspecify.annotations.NullMarked;
