/**
 * Reads git repositories with JGit: pins, ahead and behind, commits, files, diffs. It never writes to a repository or
 * beside it, never starts a process, and ignores who owns a clone. Call {@link org.obsenv.git.QuietGit#install} before
 * anything else here.
 */
@NullMarked
package org.obsenv.git;

import org.jspecify.annotations.NullMarked;
