package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.obsenv.domain.Refusal;
import org.obsenv.words.IoWords;

/** Whether a path can be changed by somebody else: every component's owner and mode, without following links. */
final class TrustedPath {
    private static final int OTHERS_MAY_WRITE = 0022;
    private static final int STICKY = 01000;
    private static final int ROOT = 0;

    private TrustedPath() {}

    /**
     * Refuses unless every component is a real file or directory that belongs to root or to this account and that
     * nobody else may write. A sticky directory of root's (as {@code /tmp}) passes: its entries are their owners'.
     */
    static void require(Path path) throws RefusedException {
        Path part = path.getRoot();
        try {
            int self = (Integer) attribute(Path.of("/proc/self"), "unix:uid");
            check(part, self);
            for (Path name : path) {
                part = part.resolve(name);
                check(part, self);
            }
        } catch (IOException e) {
            throw refused(part, IoWords.of(e));
        }
    }

    private static void check(Path part, int self) throws IOException, RefusedException {
        if (Files.isSymbolicLink(part)) {
            throw refused(part, "it is a symbolic link");
        }
        int owner = (Integer) attribute(part, "unix:uid");
        int mode = (Integer) attribute(part, "unix:mode");
        if (owner != ROOT && owner != self) {
            throw refused(part, "it belongs to another account");
        }
        boolean sticky = owner == ROOT && (mode & STICKY) != 0 && Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS);
        if ((mode & OTHERS_MAY_WRITE) != 0 && !sticky) {
            throw refused(part, "others may write to it");
        }
    }

    private static Object attribute(Path path, String name) throws IOException {
        Object value = path.startsWith("/proc")
                ? Files.getAttribute(path, name)
                : Files.getAttribute(path, name, LinkOption.NOFOLLOW_LINKS);
        if (value == null) {
            throw new IOException(path + " has no " + name);
        }
        return value;
    }

    private static RefusedException refused(Path part, String problem) {
        return new RefusedException(Refusal.UNTRUSTED_PATH, Map.of("path", String.valueOf(part), "problem", problem));
    }
}
