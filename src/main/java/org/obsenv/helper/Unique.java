package org.obsenv.helper;

import java.nio.file.Path;
import java.util.UUID;

/**
 * Names that no other process uses. With a fixed name for the next link one verb's rename would install another's.
 */
final class Unique {
    /** Everything that a verb makes before it is in place starts so; what is left behind is swept. */
    static final String PREFIX = ".new-";

    private Unique() {}

    static Path beside(Path file) {
        return file.resolveSibling(PREFIX + UUID.randomUUID());
    }

    static boolean isUnfinished(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(PREFIX);
    }
}
