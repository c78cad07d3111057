/**
 * The privileged side: the only writer of an environment. Small on purpose: JDK and SnakeYAML, no JavaFX, no JGit, no
 * logging library. Trusts nothing from its caller but what sudo proves; every act is one rename on prepared state.
 */
@NullMarked
package org.obsenv.helper;

import org.jspecify.annotations.NullMarked;
