package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import org.obsenv.domain.Refusal;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

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
    private static final int GROUP_MAY_WRITE = 0020;
    private static final int STICKY = 01000;
    private static final int ROOT = 0;

    private static final int NO_GROUP = -1;
    private static final Path SELF = Path.of("/proc/self");

    private final int self;
    private final int own;

    /** {@code own}: a group that may write because nobody but this account is in it. */
    private TrustedPath(int self, int own) {
        this.self = self;
        this.own = own;
    }

    /** For a verb that does for others what they may not do themselves. */
    static TrustedPath strict() throws IOException {
        return new TrustedPath(attribute("unix:uid"), NO_GROUP);
    }

    /**
     * For a verb that its caller started directly and that may do nothing she may not: what the group of her own may
     * write, the one of her name that useradd makes for everybody, is hers. With umask 002 everything is so.
     */
    static TrustedPath ofCaller() throws IOException {
        PosixFileAttributes process = Files.readAttributes(SELF, PosixFileAttributes.class);
        boolean isOwn = process.group().getName().equals(process.owner().getName());
        return new TrustedPath(attribute("unix:uid"), isOwn ? attribute("unix:gid") : NO_GROUP);
    }

    private static int attribute(String name) throws IOException {
        return (Integer) Files.getAttribute(SELF, name);
    }

    /**
     * Refuses unless every component that is there is a real file or directory that belongs to root or to this account
     * and that nobody else may write. A sticky directory of root's (as {@code /tmp}) passes: its entries are their
     * owners'. What is not there is left to whoever opens it, unless anybody may put it there.
     */
    void require(Path path) throws RefusedException {
        Path part = path.getRoot();
        try {
            boolean shared = check(part);
            for (Path name : path) {
                part = part.resolve(name);
                try {
                    shared = check(part);
                } catch (NoSuchFileException e) {
                    if (shared) {
                        throw refused(part, "trust.absent");
                    }
                    return;
                }
            }
        } catch (IOException e) {
            throw refused(part, IoWords.of(e), "trust.unreadable");
        }
    }

    /** Whether it is a directory that everybody may make entries in. One look: its parts belong together. */
    private boolean check(Path part) throws IOException, RefusedException {
        Map<String, Object> seen = Files.readAttributes(part, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) seen.getOrDefault("mode", LINK);
        int owner = (Integer) seen.getOrDefault("uid", -1);
        if ((mode & KIND) == LINK) {
            throw refused(part, "trust.link");
        }
        if (owner != ROOT && owner != self) {
            throw refused(part, "trust.foreign");
        }
        int writers = mode & OTHERS_MAY_WRITE;
        boolean isCallers = writers == GROUP_MAY_WRITE
                && owner == self
                && seen.getOrDefault("gid", NO_GROUP).equals(own)
                && own != NO_GROUP;
        if (writers == 0 || isCallers) {
            return false;
        }
        if (owner != ROOT || (mode & STICKY) == 0 || (mode & KIND) != DIRECTORY) {
            throw refused(part, "trust.open");
        }
        return true;
    }

    private static RefusedException refused(Path part, String key) {
        return refused(part, Words.of("endings").text(key), key);
    }

    private static RefusedException refused(Path part, String problem, String key) {
        String path = String.valueOf(part);
        String mend = Words.of("endings").text(key + ".mend", "path", path);
        return new RefusedException(Refusal.UNTRUSTED_PATH, Map.of("path", path, "problem", problem, "mend", mend));
    }
}
