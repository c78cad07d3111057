package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Names that no other process uses. With a fixed name for the next link one verb's rename would install another's.
 */
final class Unique {
    /** Everything that a verb makes before it is in place starts so; what is left behind is swept. */
    static final String PREFIX = ".new-";

    private static final Path KERNEL = Path.of("/proc/sys/kernel/random/uuid");

    private Unique() {}

    static Path beside(Path file) {
        return file.resolveSibling(PREFIX + id());
    }

    /** A random UUID, of the kernel's making: waking Java's secure random numbers costs a cold JVM 15 ms. */
    static String id() {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException e) {
            return UUID.randomUUID().toString();
        }
    }

    static boolean isUnfinished(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(PREFIX);
    }
}
