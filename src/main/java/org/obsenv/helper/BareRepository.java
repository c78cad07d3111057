package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.CommitId;
import org.obsenv.site.SharedPackage;
import org.obsenv.site.SyncSettings;

/** One package's bare repository: complete history and tags, heads of the remote under {@code refs/remotes/origin}. */
final class BareRepository {
    private static final Duration FETCH = Duration.ofMinutes(30);
    private static final Duration ASK = Duration.ofSeconds(30);

    /** What the packages' own attributes would convert or filter is taken as it is: bytes are compared. */
    static final String AS_IT_IS = "* -text -eol -ident -filter -working-tree-encoding\n";

    /** Where the remote's branches are kept. */
    static final String TRACKED = "refs/remotes/origin/";

    private static final String BRANCHES = "refs/heads/";

    private final Path directory;
    private final SharedPackage shared;
    private final List<String> trunks;
    private final Duration ask;
    private final Duration fetch;

    /** With the patience of a person who asked for it: a first clone takes minutes. */
    BareRepository(Path directory, SharedPackage shared) {
        this(directory, shared, List.of(), ASK, FETCH);
    }

    /** With the auto-pull's patience: for one remote that hangs the others are not kept waiting. */
    BareRepository(Path directory, SharedPackage shared, SyncSettings patience) {
        this(directory, shared, patience.trace().trunks(), patience.ask(), patience.fetch());
    }

    private BareRepository(Path directory, SharedPackage shared, List<String> trunks, Duration ask, Duration fetch) {
        this.directory = directory;
        this.shared = shared;
        // A site may have the night use what others develop on.
        this.trunks = trunks.stream()
                .filter(each -> !each.equals(shared.deployBranch()))
                .toList();
        this.ask = ask;
        this.fetch = fetch;
    }

    Path directory() {
        return directory;
    }

    boolean exists() {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes the repository under another name, fetches everything and only then gives it its name.
     *
     * @return what did not come
     */
    Optional<String> create() throws IOException {
        Path next = Unique.beside(directory);
        try {
            Files.createDirectory(next);
            GitProgram.must(next, "init", "-q", "--bare", "--initial-branch=" + shared.deployBranch(), ".");
            Files.writeString(next.resolve("info/attributes"), AS_IT_IS);
            RemoteFetch.Fetched fetched = new RemoteFetch(next, shared, fetch).withHotfixTags();
            if (fetched.leftOut().isPresent()) {
                throw new IOException(fetched.unbrought(shared, ""));
            }
            Durable.forceAll(next);
            Durable.rename(next, directory);
            return fetched.missed();
        } finally {
            TreeRemoval.remove(next);
        }
    }

    /**
     * Brings every branch and tag of the remote here, and removes what it has no more. The tags of hot-fixes are left
     * alone: they are made here, and the remote may never have had them ({@link HotfixTag}).
     *
     * @throws IOException when the deploy branch cannot be fetched
     */
    RemoteFetch.Fetched fetch() throws IOException {
        return new RemoteFetch(directory, shared, fetch).run();
    }

    /** Takes every ref, and what it needs, from a repository of our own making. */
    void takeAll(Path other) throws IOException {
        GitProgram.must(
                directory,
                "fetch",
                "-q",
                "--no-auto-gc",
                "--no-write-fetch-head",
                "--no-recurse-submodules",
                "--",
                other.toString(),
                "+refs/*:refs/*");
    }

    /**
     * The tips of the branches that are of interest, as the remote names them.
     *
     * @param deploy empty when it has no such branch
     * @param trunks by their full names here; those that it has
     */
    record Tips(Optional<CommitId> deploy, Map<String, String> trunks) {}

    /** Asks the remote for the tip of its deploy branch; empty when it has no such branch. */
    Optional<CommitId> remoteHead() throws IOException {
        return remoteTips().deploy();
    }

    /** Asks the remote, once. */
    Tips remoteTips() throws IOException {
        List<String> words = new ArrayList<>(List.of("ls-remote", "-q", "--refs", "--", shared.remote()));
        String branch = BRANCHES + shared.deployBranch();
        words.add(branch);
        trunks.forEach(each -> words.add(BRANCHES + each));
        ProgramRun.Ended ended = GitProgram.run(directory, ask, Map.of(), words);
        if (ended.exit() != 0) {
            throw new IOException(GitProgram.lastLine(ended.complaint()));
        }
        Map<String, String> tips = new HashMap<>();
        ended.text()
                .lines()
                .map(line -> line.split("\t", 2))
                .filter(fields -> fields.length == 2 && CommitId.isFull(fields[0]))
                .forEach(fields -> tips.putIfAbsent(fields[1], fields[0]));
        Map<String, String> others = new HashMap<>();
        for (String each : trunks) {
            if (tips.containsKey(BRANCHES + each)) {
                others.put(TRACKED + each, String.valueOf(tips.get(BRANCHES + each)));
            }
        }
        return new Tips(Optional.ofNullable(tips.get(branch)).map(CommitId::new), others);
    }

    /** What the deploy branch named at the last fetch, whatever kind of object that is; empty when it is not here. */
    Optional<CommitId> fetched() throws IOException {
        return object(RemoteFetch.tracked(shared) + "^{object}");
    }

    /** The tip of the deploy branch that the remote offered at the last fetch; empty when that is no commit. */
    Optional<CommitId> offered() throws IOException {
        return commit(RemoteFetch.tracked(shared));
    }

    /** The head that generations are built from. */
    Optional<CommitId> accepted() throws IOException {
        return commit("refs/heads/" + shared.deployBranch());
    }

    void accept(CommitId commit) throws IOException {
        GitProgram.must(directory, "update-ref", "refs/heads/" + shared.deployBranch(), commit.hex());
    }

    /** Keeps a commit from being forgotten. */
    void preserve(String reference, CommitId commit) throws IOException {
        GitProgram.must(directory, "update-ref", "refs/obsenv/" + reference, commit.hex());
    }

    /** The commit that a revision names exactly; empty when there is none. */
    Optional<CommitId> commit(String revision) throws IOException {
        return object(revision + "^{commit}");
    }

    private Optional<CommitId> object(String revision) throws IOException {
        ProgramRun.Ended ended = GitProgram.run(directory, "rev-parse", "-q", "--verify", "--end-of-options", revision);
        String text = ended.text();
        return ended.exit() == 0 && CommitId.isFull(text) ? Optional.of(new CommitId(text)) : Optional.empty();
    }

    /** The objects that refs of exactly these full names stand for; one that is not there is left out. */
    Map<String, String> references(String... fullNames) throws IOException {
        return references(GitProgram.LOCAL, fullNames);
    }

    /** As {@link #references(String...)}, where nobody waits longer than that for a repository that does not answer. */
    Map<String, String> references(Duration limit, String... fullNames) throws IOException {
        List<String> words = new ArrayList<>(List.of("for-each-ref", "--format=%(objectname) %(refname)", "--"));
        words.addAll(List.of(fullNames));
        Map<String, String> found = new HashMap<>();
        // git takes a name for the beginning of others, too.
        GitProgram.must(directory, limit, words)
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(fields -> List.of(fullNames).contains(fields[1]))
                .forEach(fields -> found.put(fields[1], fields[0]));
        return found;
    }

    /** Every commit whose id begins so, by itself or behind a tag's. */
    Set<CommitId> abbreviated(String digits) throws IOException {
        Set<CommitId> found = new HashSet<>();
        for (String object : GitProgram.must(directory, "rev-parse", "--disambiguate=" + digits)
                .lines()
                .toList()) {
            commit(object).ifPresent(found::add);
        }
        return found;
    }

    /** The hash of a commit's tree. */
    String tree(CommitId commit) throws IOException {
        return GitProgram.must(directory, "rev-parse", "-q", "--verify", commit.hex() + "^{tree}");
    }

    boolean isAncestor(CommitId older, CommitId newer) throws IOException {
        ProgramRun.Ended ended = GitProgram.run(directory, "merge-base", "--is-ancestor", older.hex(), newer.hex());
        return switch (ended.exit()) {
            case 0 -> true;
            case 1 -> {
                // git 2.39 answers no, too, when a commit between them is not there; walking all of it is not so lax.
                GitProgram.must(directory, "rev-list", "--count", newer.hex(), "--not", older.hex());
                yield false;
            }
            default -> throw new IOException(GitProgram.lastLine(ended.complaint()));
        };
    }
}
