/** Putting packages on a tag, a branch or a commit for a test on sky. */
@NullMarked
package org.obsenv.console.deploy;

import org.jspecify.annotations.NullMarked;
