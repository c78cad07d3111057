package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The push of all of a package's hot-fix tags that its remote has not taken so far, in one. Writes nothing here. */
final class TagPush {
    /** As many as fit into one command; the next pass pushes the rest. */
    private static final int MOST = 500;

    private final SharedPackage shared;
    private final Path repository;
    private final Duration limit;
    private final List<String> names;

    private TagPush(SharedPackage shared, Path repository, Duration limit, List<String> names) {
        this.shared = shared;
        this.repository = repository;
        this.limit = limit;
        this.names = names;
    }

    /** {@code limit}: how long the remote may take. */
    static TagPush of(SharedPackage shared, Path repository, Duration limit) throws IOException {
        List<String> names = !Files.isDirectory(repository)
                ? List.of()
                : GitProgram.must(repository, "for-each-ref", "--format=%(refname)", "--", HotfixTag.UNPUSHED)
                        .lines()
                        .map(line -> line.substring(HotfixTag.UNPUSHED.length()))
                        .limit(MOST)
                        .toList();
        return new TagPush(shared, repository, limit, names);
    }

    /** What waits, without {@code hotfix/}. */
    List<String> names() {
        return names;
    }

    /**
     * What the remote took, and why not the rest.
     *
     * @param isRefused whether it said so itself, and was not just not heard
     */
    record Ended(List<String> taken, Optional<String> problem, boolean isRefused) {}

    Ended run() {
        List<String> words = new ArrayList<>(List.of("push", "--porcelain", "--no-verify", "--", shared.remote()));
        names.forEach(name -> words.add(HotfixTag.UNPUSHED + name + ":" + HotfixTag.TAGS + name));
        try {
            ProgramRun.Ended ended = GitProgram.run(repository, limit, Map.of(), words);
            if (ended.exit() == 0) {
                return new Ended(names, Optional.empty(), false);
            }
            List<String> taken = new ArrayList<>();
            for (String name : names) {
                Optional<String> line = line(ended, name);
                if (line.filter(each -> isTaken(each) || (isThere(each) && isSameCommit(name)))
                        .isPresent()) {
                    taken.add(name);
                }
            }
            return taken.size() == names.size()
                    ? new Ended(names, Optional.empty(), false)
                    : new Ended(taken, Optional.of(problem(ended)), isRefused(ended));
        } catch (IOException e) {
            return new Ended(List.of(), Optional.of(IoWords.of(e)), false);
        }
    }

    private static Optional<String> line(ProgramRun.Ended ended, String name) {
        return ended.text()
                .lines()
                .filter(line -> line.contains(":" + HotfixTag.TAGS + name + "\t"))
                .findFirst();
    }

    /** git tells of each tag what the remote made of it, once that answered. */
    private static boolean isRefused(ProgramRun.Ended ended) {
        return ended.text().lines().anyMatch(line -> line.startsWith("!"));
    }

    private static boolean isTaken(String line) {
        return line.startsWith("*") || line.startsWith("=");
    }

    private static boolean isThere(String line) {
        return line.endsWith("(already exists)");
    }

    /** Another environment of the same remote may have named the same commit in the same second. */
    private boolean isSameCommit(String name) {
        try {
            String peeled = HotfixTag.TAGS + name + "^{}";
            String ours = GitProgram.must(repository, "rev-parse", "-q", "--verify", HotfixTag.UNPUSHED + name + "^{}");
            ProgramRun.Ended theirs = GitProgram.run(
                    repository, limit, Map.of(), List.of("ls-remote", "-q", "--", shared.remote(), peeled));
            return theirs.exit() == 0 && theirs.text().equals(ours + "\t" + peeled);
        } catch (IOException e) {
            return false;
        }
    }

    /** Why a tag was rejected, and what the remote had to say about it; git's own last words are of no tag. */
    private static String problem(ProgramRun.Ended ended) {
        Optional<String> rejected = ended.text()
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .findFirst();
        Optional<String> said = ended.complaint()
                .lines()
                .filter(line -> line.startsWith("remote: "))
                .map(String::strip)
                .findFirst();
        return rejected.map(
                        why -> Visible.line(why + said.map(line -> "; " + line).orElse("")))
                .orElseGet(() -> GitProgram.lastLine(ended.complaint()));
    }

    /** Under the build lock: these need not be pushed again. */
    void forget(List<String> taken) throws IOException {
        for (String name : taken) {
            GitProgram.must(repository, "update-ref", "-d", HotfixTag.UNPUSHED + name);
        }
    }

    /** Says which are not there. */
    String told(Ended ended, String problem) {
        List<String> left =
                names.stream().filter(name -> !ended.taken().contains(name)).toList();
        Words words = Words.of("gate");
        String first = "hotfix/" + (left.isEmpty() ? "?" : left.getFirst());
        return left.size() < 2
                ? words.text("tag.unpushed", "tag", first, "problem", problem)
                : words.text("tag.unpushed.more", "tag", first, "n", left.size() - 1, "problem", problem);
    }
}
