package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Refusal;
import org.obsenv.words.Visible;

/**
 * Looks at a commit's tree before it is written anywhere: names, kinds and sizes that a work tree must not have
 * (security.md row 12).
 */
final class TreeGate {
    /** What it looks for; a new number has refused heads looked at again. */
    static final String RULES = "tree-2";

    private static final int MOST_ENTRIES = 200_000;
    private static final long LARGEST_FILE = 512L * 1024 * 1024;
    private static final int LONGEST_LINK = 4095;

    private final Path repository;
    private final String packageName;
    private final FileNames names = new FileNames();

    private TreeGate(Path repository, String packageName) {
        this.repository = repository;
        this.packageName = packageName;
    }

    /** @throws RefusedException that names the first offending path */
    static void require(Path repository, String packageName, CommitId commit) throws IOException, RefusedException {
        TreeGate gate = new TreeGate(repository, packageName);
        List<TreeEntry> entries = gate.entries(commit);
        for (TreeEntry entry : entries) {
            gate.check(entry);
        }
        gate.requireCanonical(entries, GitProgram.must(repository, "rev-parse", "-q", "--verify", commit + "^{tree}"));
    }

    private List<TreeEntry> entries(CommitId commit) throws IOException, RefusedException {
        ProgramRun.Ended ended;
        try {
            ended = GitProgram.run(repository, "ls-tree", "-r", "-t", "-z", "-l", "--full-tree", commit.hex());
        } catch (ProgramRun.TooMuchOutput e) {
            throw tooMany();
        }
        if (ended.exit() != 0) {
            String complaint = ended.complaint().isEmpty() ? "git ended with " + ended.exit() : ended.complaint();
            throw GitProgram.cannotBuild(
                    packageName, "its tree cannot be listed whole: " + GitProgram.lastLine(complaint));
        }
        List<TreeEntry> entries = TreeEntry.all(ended.output());
        if (entries.size() > MOST_ENTRIES) {
            throw tooMany();
        }
        return entries;
    }

    private RefusedException tooMany() {
        return new UnsafeException(packageName, "its tree holds more than " + MOST_ENTRIES + " files");
    }

    private void check(TreeEntry entry) throws IOException, RefusedException {
        if (entry.mode().equals("160000")) {
            throw refused(entry, "is a submodule");
        }
        if (entry.size().equals("BAD")) {
            throw GitProgram.cannotBuild(
                    packageName, "the file " + entry.shown() + " is missing from the repository, or damaged there");
        }
        if (!entry.size().equals("-") && Long.parseLong(entry.size()) > LARGEST_FILE) {
            throw refused(entry, "is larger than 512 MiB");
        }
        Optional<String> problem = names.problemOf(entry);
        if (problem.isPresent()) {
            throw refused(entry, problem.get());
        }
        if (entry.isLink()) {
            checkLink(entry);
        }
    }

    /** A link may lead anywhere in its own package's tree, and nowhere else. */
    private void checkLink(TreeEntry entry) throws IOException, RefusedException {
        if (Long.parseLong(entry.size()) > LONGEST_LINK) {
            throw refused(entry, "is a link of more than " + LONGEST_LINK + " bytes");
        }
        ProgramRun.Ended ended = GitProgram.run(repository, "cat-file", "blob", entry.hash());
        if (ended.exit() != 0) {
            throw refused(entry, "is a link that cannot be read: " + GitProgram.lastLine(ended.complaint()));
        }
        Optional<String> decoded = TreeEntry.decoded(ended.output());
        if (decoded.isEmpty()) {
            throw refused(entry, "is a link to a name that is not UTF-8");
        }
        String text = decoded.get();
        if (leadsOut(entry.bytes(), text)) {
            throw refused(entry, "is a link that leads out of the package: " + Visible.line(text));
        }
        if (!FileNames.isPlain(text)) {
            throw refused(entry, "is a link to a name with a hidden character: " + Visible.line(text));
        }
        if (List.of(text.split("/")).stream().anyMatch(FileNames::isGitsOwn)) {
            throw refused(entry, "is a link to what is git's own: " + Visible.line(text));
        }
        if (entry.line().name().equals(".gitmodules")) {
            throw refused(entry, "is a link, where git reads a file");
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

    /**
     * git reads unsorted trees, odd modes and modes with zeros before them as if they were not: what is listed must
     * make the very object that was pushed, or the export would not be what was pushed either.
     */
    private void requireCanonical(List<TreeEntry> entries, String top) throws RefusedException {
        Map<String, List<TreeObject.Entry>> directories = new HashMap<>(Map.of("", new ArrayList<>()));
        for (TreeEntry entry : entries) {
            List<TreeObject.Entry> siblings = directories.get(entry.parent());
            if (siblings == null) {
                throw refused(entry, "has a name that leads elsewhere");
            }
            siblings.add(entry.line());
            if (entry.isDirectory()) {
                directories.put(entry.bytes(), new ArrayList<>());
            }
        }
        for (TreeEntry entry : entries) {
            if (entry.isDirectory()
                    && Objects.requireNonNull(directories.get(entry.bytes())).isEmpty()) {
                throw refused(entry, "is a directory without files, which git does not export");
            }
            if (entry.isDirectory() && !hash(directories, entry.bytes()).equals(entry.hash())) {
                throw refused(entry, "is a directory that is not written as git writes one (" + entry.hash() + ")");
            }
        }
        if (!hash(directories, "").equals(top)) {
            throw new UnsafeException(packageName, "its top directory is not written as git writes one (" + top + ")");
        }
    }

    private static String hash(Map<String, List<TreeObject.Entry>> directories, String path) {
        return HexFormat.of().formatHex(TreeObject.hash(Objects.requireNonNull(directories.get(path))));
    }

    /** The commit is so and stays so: whoever looks again finds the same. */
    static final class UnsafeException extends RefusedException {
        private static final long serialVersionUID = 1L;

        private UnsafeException(String packageName, String problem) {
            super(Refusal.CANNOT_BUILD, Map.of("package", packageName, "problem", problem));
        }
    }

    private RefusedException refused(TreeEntry entry, String problem) {
        return new UnsafeException(packageName, "the file " + entry.shown() + " " + problem);
    }
}
