/**
 * The hold strip, the preview of what resuming brings, and the verb {@code resume}.
 */
@NullMarked
package org.obsenv.console.resume;

import org.jspecify.annotations.NullMarked;
