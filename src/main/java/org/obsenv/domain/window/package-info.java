/**
 * Maintenance windows: when work on deployments is announced. Plain Java; correct across daylight saving because rules
 * are kept in local time and answered in instants. A window never gates a roll back.
 */
@NullMarked
package org.obsenv.domain.window;

import org.jspecify.annotations.NullMarked;
