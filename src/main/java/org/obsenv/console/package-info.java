/**
 * The console: what a person sees and clicks. It reads and acts through ports only.
 *
 * <p>Must not import an adapter (git, YAML, sudo) or the helper. {@code Console} is the way in; a package per feature
 * below, which don't know each other: only the shell knows several.
 */
@NullMarked
package org.obsenv.console;

import org.jspecify.annotations.NullMarked;
