package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.obsenv.domain.Refusal;
import org.obsenv.words.IoWords;

/**
 * Whether a path can be changed by somebody else: every component's owner and mode, without following links.
 *
 * <p>From the top down, so that what was found stays so: an entry of a directory that nobody else may write cannot be
 * exchanged between this look and the use of the path.
 */
final class TrustedPath {
    private static final int KIND = 0170000;
    private static final int LINK = 0120000;
    private static final int DIRECTORY = 0040000;
    private static final int OTHERS_MAY_WRITE = 0022;
    private static final int STICKY = 01000;
    private static final int ROOT = 0;

    private final int self;

    private TrustedPath(int self) {
        this.self = self;
    }

    /**
     * Refuses unless every component that is there is a real file or directory that belongs to root or to this account
     * and that nobody else may write. A sticky directory of root's (as {@code /tmp}) passes: its entries are their
     * owners'. What is not there is left to whoever opens it, unless anybody may put it there.
     */
    static void require(Path path) throws RefusedException {
        Path part = path.getRoot();
        try {
            TrustedPath trusted = new TrustedPath((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
            boolean shared = trusted.check(part);
            for (Path name : path) {
                part = part.resolve(name);
                try {
                    shared = trusted.check(part);
                } catch (NoSuchFileException e) {
                    if (shared) {
                        throw refused(part, "it is not there, and anybody may put something there");
                    }
                    return;
                }
            }
        } catch (IOException e) {
            throw refused(part, IoWords.of(e));
        }
    }

    /** Whether it is a directory that everybody may make entries in. One look: its parts belong together. */
    private boolean check(Path part) throws IOException, RefusedException {
        Map<String, Object> seen = Files.readAttributes(part, "unix:mode,uid", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) seen.getOrDefault("mode", LINK);
        int owner = (Integer) seen.getOrDefault("uid", -1);
        if ((mode & KIND) == LINK) {
            throw refused(part, "it is a symbolic link");
        }
        if (owner != ROOT && owner != self) {
            throw refused(part, "it belongs to another account");
        }
        if ((mode & OTHERS_MAY_WRITE) == 0) {
            return false;
        }
        if (owner != ROOT || (mode & STICKY) == 0 || (mode & KIND) != DIRECTORY) {
            throw refused(part, "others may write to it");
        }
        return true;
    }

    private static RefusedException refused(Path part, String problem) {
        return new RefusedException(Refusal.UNTRUSTED_PATH, Map.of("path", String.valueOf(part), "problem", problem));
    }
}
