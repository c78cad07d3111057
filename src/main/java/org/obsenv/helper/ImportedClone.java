package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.obsenv.domain.CommitId;
import org.obsenv.site.SharedPackage;

/** A repository of our own making with a clone's refs and index; git is only ever run in this one. */
final class ImportedClone {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Map<String, String> IDENTITY = Map.of(
            "GIT_AUTHOR_NAME", "obsenv adopt",
            "GIT_AUTHOR_EMAIL", "obsenv@localhost",
            "GIT_COMMITTER_NAME", "obsenv adopt",
            "GIT_COMMITTER_EMAIL", "obsenv@localhost");

    private final SharedPackage shared;
    private final Path clone;
    private final Path own;

    private ImportedClone(SharedPackage shared, Path clone, Path own) {
        this.shared = shared;
        this.clone = clone;
        this.own = own;
    }

    /** The trees of the index and of the work tree as they are: what was staged, and everything that is not ignored. */
    record Work(String head, String index, String files) {
        boolean isClean() {
            return head.equals(index) && head.equals(files);
        }
    }

    /** Reads the clone's objects where they are; what it writes goes into its own directory. */
    static ImportedClone look(SharedPackage shared, Path clone, Path own) throws IOException, RefusedException {
        ImportedClone imported = make(shared, clone, own);
        Files.writeString(own.resolve("objects/info/alternates"), clone.resolve(".git/objects") + "\n");
        return imported;
    }

    /** Has a copy of every object of the clone, and is complete. */
    static ImportedClone take(SharedPackage shared, Path clone, Path own) throws IOException, RefusedException {
        ImportedClone imported = make(shared, clone, own);
        CloneCopy.objects(clone.resolve(".git"), own);
        imported.must(Map.of(), "rev-list", "--objects", "--all", "--quiet");
        return imported;
    }

    private static ImportedClone make(SharedPackage shared, Path clone, Path own) throws IOException, RefusedException {
        try {
            CloneCopy.require(clone, shared.name().text());
            Files.createDirectories(own);
            GitProgram.must(own, "init", "-q", "--bare", "--initial-branch=" + shared.deployBranch(), ".");
            Files.writeString(own.resolve("info/attributes"), BareRepository.AS_IT_IS);
            CloneCopy.references(clone.resolve(".git"), own);
        } catch (IOException e) {
            throw CloneCopy.problem(shared.name().text(), String.valueOf(e.getMessage()));
        }
        return new ImportedClone(shared, clone, own);
    }

    CommitId head() throws IOException, RefusedException {
        ProgramRun.Ended ended = run(Map.of(), "rev-parse", "-q", "--verify", "HEAD^{commit}");
        if (ended.exit() != 0 || !CommitId.isFull(ended.text())) {
            throw CloneCopy.problem(shared.name().text(), "its HEAD names no commit");
        }
        return new CommitId(ended.text());
    }

    /** Empty when HEAD is detached. */
    Optional<String> branch() throws IOException {
        ProgramRun.Ended ended = run(Map.of(), "symbolic-ref", "-q", "--short", "HEAD");
        return ended.exit() == 0 ? Optional.of(ended.text()) : Optional.empty();
    }

    /** Writes the trees; the clone is only read. */
    Work work() throws IOException, RefusedException {
        Path index = own.resolve("index");
        Path files = own.resolve("index-of-files");
        Map<String, String> staged = Map.of("GIT_INDEX_FILE", index.toString());
        Map<String, String> work = Map.of("GIT_INDEX_FILE", files.toString(), "GIT_WORK_TREE", clone.toString());
        if (!Files.exists(index)) {
            must(staged, "read-tree", "HEAD");
        }
        if (must(staged, "ls-files", "-s").lines().anyMatch(line -> line.startsWith("160000 "))) {
            throw CloneCopy.problem(shared.name().text(), "it has submodules");
        }
        ProgramRun.Ended written = run(staged, "write-tree");
        if (written.exit() != 0) {
            throw CloneCopy.problem(
                    shared.name().text(),
                    "its index cannot be written down (a merge under way?): "
                            + GitProgram.lastLine(written.complaint()));
        }
        // Not the clone's own index: its flags could hide changes.
        must(work, "read-tree", written.text());
        must(work, "add", "-A", "--", ".");
        return new Work(must(Map.of(), "rev-parse", "HEAD^{tree}"), written.text(), must(work, "write-tree"));
    }

    /** How many paths differ between two trees, by git's letters for how. */
    long differing(String from, String to, String how) throws IOException {
        ProgramRun.Ended ended =
                run(Map.of(), "diff-tree", "-r", "-z", "--name-only", "--no-renames", "--diff-filter=" + how, from, to);
        return new String(ended.output(), StandardCharsets.ISO_8859_1)
                .chars()
                .filter(each -> each == 0)
                .count();
    }

    /** Paths that git ignores: they stay in the old clone only. */
    long ignored() throws IOException {
        Map<String, String> work =
                Map.of("GIT_INDEX_FILE", own.resolve("index-of-files").toString(), "GIT_WORK_TREE", clone.toString());
        return must(work, "ls-files", "-o", "-i", "--exclude-standard", "--directory")
                .lines()
                .count();
    }

    long ahead() throws IOException {
        return Long.parseLong(must(Map.of(), "rev-list", "--count", "HEAD", "--not", "--remotes"));
    }

    long stashes() throws IOException {
        Path log = own.resolve("logs/refs/stash");
        return Files.isRegularFile(log)
                ? Files.readString(log, StandardCharsets.ISO_8859_1).lines().count()
                : 0;
    }

    /** Gives every ref its place under {@code refs/obsenv/adopted/<utc>}, keeps what only reflogs and files hold. */
    Optional<String> settle(String utc, CommitId head, Work work) throws IOException {
        String adopted = "refs/obsenv/adopted/" + utc + "/";
        Set<String> lines = new HashSet<>();
        for (String line : must(Map.of(), "for-each-ref", "--format=%(objectname) %(refname)")
                .lines()
                .toList()) {
            String name = line.substring(line.indexOf(' ') + 1);
            String object = line.substring(0, line.indexOf(' '));
            lines.add(object + " " + adopted + name.substring("refs/".length()));
            if (name.startsWith("refs/tags/")
                    || name.startsWith("refs/obsenv/")
                    || (name.startsWith("refs/remotes/origin/") && !name.endsWith("/HEAD"))) {
                lines.add(line);
            }
        }
        for (String each : fromReflogs()) {
            lines.add(each + " " + adopted + "reflog/" + each);
        }
        lines.add(head.hex() + " " + adopted + "HEAD");
        lines.add(head.hex() + " refs/heads/" + shared.deployBranch());
        Optional<String> rescue = Optional.empty();
        if (!work.isClean()) {
            rescue = Optional.of("refs/obsenv/rescue/" + utc + "/" + shared.name());
            lines.add(rescued(head, work) + " " + rescue.get());
        }
        for (String each : List.of("refs", "logs", "index", "index-of-files", "packed-refs")) {
            TreeRemoval.remove(own.resolve(each));
        }
        Files.createDirectories(own.resolve("refs/heads"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/" + shared.deployBranch() + "\n");
        Files.writeString(own.resolve("packed-refs"), String.join("\n", lines) + "\n");
        must(Map.of(), "rev-list", "--objects", "--all", "--quiet");
        return rescue;
    }

    /** As a stash is: the files, with HEAD and the index as parents. */
    private String rescued(CommitId head, Work work) throws IOException {
        String index = must(IDENTITY, "commit-tree", work.index(), "-p", head.hex(), "-m", "The index at adoption");
        return must(
                IDENTITY, "commit-tree", work.files(), "-p", head.hex(), "-p", index, "-m", "The files at adoption");
    }

    private Set<String> fromReflogs() throws IOException {
        Set<String> named = new HashSet<>();
        Path logs = own.resolve("logs");
        if (Files.isDirectory(logs)) {
            try (Stream<Path> all = Files.walk(logs)) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    Files.readString(each, StandardCharsets.ISO_8859_1)
                            .lines()
                            .flatMap(line -> Arrays.stream(line.split(" ", 3)).limit(2))
                            .filter(CommitId::isFull)
                            .forEach(named::add);
                }
            }
        }
        named.remove("0".repeat(40));
        Set<String> there = new HashSet<>();
        List<String> left = new ArrayList<>(named);
        while (!left.isEmpty()) {
            List<String> some = left.subList(0, Math.min(500, left.size()));
            List<String> words = new ArrayList<>(List.of("rev-list", "--no-walk", "--ignore-missing"));
            words.addAll(some);
            there.addAll(must(Map.of(), words.toArray(String[]::new)).lines().toList());
            some.clear();
        }
        return there;
    }

    private ProgramRun.Ended run(Map<String, String> more, String... arguments) throws IOException {
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put("GIT_DIR", own.toString());
        return GitProgram.run(more.containsKey("GIT_WORK_TREE") ? clone : own, LIMIT, environment, List.of(arguments));
    }

    private String must(Map<String, String> more, String... arguments) throws IOException {
        ProgramRun.Ended ended = run(more, arguments);
        if (ended.exit() != 0) {
            throw new IOException(
                    "git " + arguments[0] + " for " + clone + ": " + GitProgram.lastLine(ended.complaint()));
        }
        return ended.text();
    }
}
