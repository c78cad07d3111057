package org.obsenv.clones;

import org.obsenv.domain.PackageReading;

/**
 * One look at one clone.
 *
 * @param watched the files whose stats tell that it must be read again
 */
record CloneRead(PackageReading reading, WatchedFiles watched) {}
