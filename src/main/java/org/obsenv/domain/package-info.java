/**
 * The field's values and the ports behind which everything else is read or changed.
 *
 * <p>Must not know a file format, git, JavaFX, logging or any thread: nothing here imports more than {@code java..}.
 * Values are immutable and may cross threads; ports block and run only on a background thread.
 */
@NullMarked
package org.obsenv.domain;

import org.jspecify.annotations.NullMarked;
