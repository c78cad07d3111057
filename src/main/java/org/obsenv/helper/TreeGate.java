package org.obsenv.helper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Refusal;
import org.obsenv.words.Visible;

/**
 * Looks at a commit's tree before it is written anywhere: names, kinds and sizes that a work tree must not have
 * (security.md row 12).
 */
final class TreeGate {
    /** What it looks for; a new number has refused heads looked at again. */
    static final String RULES = "tree-1";

    private static final long LARGEST_FILE = 512L * 1024 * 1024;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_LINK = 4095;

    private TreeGate() {}

    /** @throws RefusedException that names the first offending path */
    static void require(Path repository, String packageName, CommitId commit) throws IOException, RefusedException {
        ProgramRun.Ended ended =
                GitProgram.run(repository, "ls-tree", "-r", "-t", "-z", "-l", "--full-tree", commit.hex());
        if (ended.exit() != 0) {
            throw GitProgram.cannotBuild(packageName, GitProgram.lastLine(ended.complaint()));
        }
        Map<String, String> seen = new HashMap<>();
        int start = 0;
        byte[] all = ended.output();
        for (int i = 0; i < all.length; i++) {
            if (all[i] == 0) {
                String entry = entry(packageName, all, start, i - start);
                check(packageName, entry, seen);
                checkLink(repository, packageName, entry);
                start = i + 1;
            }
        }
    }

    private static String entry(String packageName, byte[] all, int start, int length) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(all, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw GitProgram.cannotBuild(packageName, "a file name is not UTF-8");
        }
    }

    private static void check(String packageName, String entry, Map<String, String> seen) throws RefusedException {
        int tab = entry.indexOf('\t');
        List<String> head = List.of(entry.substring(0, tab).split(" +"));
        String path = entry.substring(tab + 1);
        String mode = head.get(0);
        String size = head.get(3);
        if (mode.equals("160000")) {
            throw refused(packageName, path, "is a submodule");
        }
        if (size.equals("BAD")) {
            throw GitProgram.cannotBuild(
                    packageName, "the file " + Visible.of(path) + " is missing from the repository, or damaged there");
        }
        if (!size.equals("-") && Long.parseLong(size) > LARGEST_FILE) {
            throw refused(packageName, path, "is larger than 512 MiB");
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw refused(packageName, path, "has a name that leads elsewhere");
        }
        if (name.equalsIgnoreCase(".git") || name.toLowerCase(Locale.ROOT).startsWith("git~")) {
            throw refused(packageName, path, "has a name that is git's own");
        }
        if (name.codePoints().anyMatch(TreeGate::isInvisible)) {
            throw refused(packageName, path, "has a control character in its name");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw refused(packageName, path, "has a name of more than 255 bytes");
        }
        String other = seen.put(path.toLowerCase(Locale.ROOT), path);
        if (other != null) {
            throw refused(packageName, path, "differs from " + Visible.of(other) + " only in upper and lower case");
        }
    }

    /** A link may lead anywhere in its own package's tree, and nowhere else. */
    private static void checkLink(Path repository, String packageName, String entry)
            throws IOException, RefusedException {
        int tab = entry.indexOf('\t');
        List<String> head = List.of(entry.substring(0, tab).split(" +"));
        if (!head.get(0).equals("120000")) {
            return;
        }
        String path = entry.substring(tab + 1);
        if (Long.parseLong(head.get(3)) > LONGEST_LINK) {
            throw refused(packageName, path, "is a link of more than " + LONGEST_LINK + " bytes");
        }
        ProgramRun.Ended ended = GitProgram.run(repository, "cat-file", "blob", head.get(2));
        if (ended.exit() != 0) {
            throw GitProgram.cannotBuild(packageName, GitProgram.lastLine(ended.complaint()));
        }
        String text = new String(ended.output(), StandardCharsets.UTF_8);
        if (leadsOut(path, text)) {
            throw refused(packageName, path, "is a link that leads out of the package: " + Visible.of(text));
        }
    }

    /** Only leading steps up count: after a name, which may be a link itself, a step up leads nobody knows where. */
    static boolean leadsOut(String path, String text) {
        long depth = path.chars().filter(each -> each == '/').count();
        boolean wentDown = false;
        for (String step : text.split("/", -1)) {
            if (step.equals("..")) {
                depth--;
                if (wentDown || depth < 0) {
                    return true;
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                wentDown = true;
            }
        }
        return text.isEmpty() || text.startsWith("/") || text.contains("\0");
    }

    private static boolean isInvisible(int each) {
        return Character.isISOControl(each) || Character.getType(each) == Character.FORMAT;
    }

    /** The commit is so and stays so: whoever looks again finds the same. */
    static final class UnsafeException extends RefusedException {
        private static final long serialVersionUID = 1L;

        private UnsafeException(String packageName, String problem) {
            super(Refusal.CANNOT_BUILD, Map.of("package", packageName, "problem", problem));
        }
    }

    private static RefusedException refused(String packageName, String path, String problem) {
        return new UnsafeException(packageName, "the file " + Visible.of(path) + " " + problem);
    }
}
