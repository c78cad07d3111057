/**
 * What the privileged side withstands: deaths, stops, races, full and failing disks, spoilt layouts, pushed trees. Real
 * processes under strace, real file systems; needs root and strace where a test says so, and never skips.
 */
@NullMarked
package org.obsenv.hostile;

import org.jspecify.annotations.NullMarked;
