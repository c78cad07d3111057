package org.obsenv.clones;

import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A file as the index has it.
 *
 * @param seconds of the modification time when the index was written; −1 when the index cannot vouch for it
 * @param nanos the rest of that time; 0 also where the index has whole seconds only
 * @param length the size in bytes then, modulo 2³²
 * @param mode the type and executable bits as git writes them
 */
record TrackedFile(Path path, ObjectId content, int seconds, int nanos, int length, int mode) {
    static final int EXECUTABLE = 0100755;
    static final int LINK = 0120000;
    static final int SUBMODULE = 0160000;
}
