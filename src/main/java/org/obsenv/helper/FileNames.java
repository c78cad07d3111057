package org.obsenv.helper;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obsenv.words.Visible;

/** The names of one tree: what a path may be called, and that no two look like one (security.md row 12). */
final class FileNames {
    private static final int LONGEST_NAME = 255;

    /** The system's 4,096 less what stands before it; a real package stays far below. */
    private static final int LONGEST_PATH = 1024;

    // What Windows and old Macs take for .git: fsck of git 2.39 knows the same disguises.
    private static final Pattern GIT = Pattern.compile("\\.git[ .]*(:.*)?|git~.*", Pattern.CASE_INSENSITIVE);

    // Characters that HFS+ drops from a name (git's utf8.c, next_hfs_char).
    private static final Pattern DROPPED = Pattern.compile("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]");

    private final Map<String, String> seen = new HashMap<>();

    /** Why a tree must not hold it; empty when it may. To be asked once for each entry of one tree. */
    Optional<String> problemOf(TreeEntry entry) {
        Optional<String> decoded = entry.path();
        if (decoded.isEmpty()) {
            return Optional.of("has a name that is not UTF-8");
        }
        String path = decoded.get();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/") || List.of("", ".", "..").contains(name) || name.indexOf('\\') >= 0) {
            return Optional.of("has a name that leads elsewhere");
        }
        if (isGitsOwn(name)) {
            return Optional.of("has a name that is git's own");
        }
        if (!isPlain(name)) {
            return Optional.of("has a control character in its name");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return Optional.of("has a name of more than 255 bytes");
        }
        if (entry.bytes().length() > LONGEST_PATH) {
            return Optional.of("has a path of more than " + LONGEST_PATH + " bytes");
        }
        return Optional.ofNullable(seen.put(folded(path), path)).map(other -> twin(path, other));
    }

    private static String twin(String path, String other) {
        if (path.equals(other)) {
            return "is there twice";
        }
        boolean inCase = path.equalsIgnoreCase(other);
        String how = inCase ? "only in upper and lower case" : "only in how its letters are written";
        return "differs from " + Visible.line(other) + " " + how;
    }

    // Upper case first: ß and ss, long and short s, are one name where case does not count.
    private static String folded(String path) {
        String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
        return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** In whatever disguise another system would see through. */
    static boolean isGitsOwn(String name) {
        return GIT.matcher(DROPPED.matcher(name).replaceAll("")).matches();
    }

    /** Nothing hidden in it: the same rule by which foreign text is shown. */
    static boolean isPlain(String text) {
        return Visible.of(text).equals(text);
    }
}
