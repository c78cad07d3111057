package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obsenv.base.ListedPin;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.git.GitRepository;
import org.obsenv.git.PackageComparison;
import org.obsenv.git.SourceFacts;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/** Reads one clone. Keeps what its work tree looked like, so that the next look is cheap. One thread at a time. */
final class CloneReader {
    /** What the refs said, valid while the watched files stay as they are. */
    private record Refs(
            Known<Optional<ListedPin>> listed, WatchedFiles watched, Optional<CommitId> head, PackageReading reading) {}

    private record Open(CloneLayout layout, GitRepository repository, WorkTreeScan scan, Refs refs) {}

    private static final String HEADS = "refs/heads/";
    private static final String REMOTE = "refs/remotes/origin/";

    private final PackageName name;
    private final Path workTree;
    private final String deployBranch;
    private final PackageComparison comparison;
    private final InstantSource clock;
    private final Words words = Words.of("reading");
    private @Nullable Open open;

    CloneReader(
            PackageName name, Path workTree, String deployBranch, PackageComparison comparison, InstantSource clock) {
        this.name = name;
        this.workTree = workTree;
        this.deployBranch = deployBranch;
        this.comparison = comparison;
        this.clock = clock;
    }

    /**
     * Looks at the work tree, and at the refs unless the caller knows by their stats that they are as last time.
     *
     * @param listed what the base list says of the package
     */
    CloneRead read(Known<Optional<ListedPin>> listed, boolean areRefsUnchanged) throws IOException {
        Open known = open;
        if (known != null && areRefsUnchanged && known.refs().listed().equals(listed)) {
            return scanned(known);
        }
        CloneLayout found = CloneLayout.of(workTree);
        boolean isSamePlace = known != null && known.layout().equals(found);
        WorkTreeScan scan = known != null && isSamePlace ? known.scan() : new WorkTreeScan(found);
        GitRepository repository =
                known != null && isSamePlace ? known.repository() : GitRepository.open(found.gitDirectory());
        if (!isSamePlace) {
            close();
        }
        try {
            Open opened = new Open(found, repository, scan, refs(found, repository, listed));
            open = opened;
            return scanned(opened);
        } catch (IOException | RuntimeException e) {
            // Whatever it was that could not be read: the next look begins anew.
            open = null;
            repository.close();
            throw e;
        }
    }

    /** Lets the repository's files go. */
    void close() {
        Open known = open;
        if (known != null) {
            known.repository().close();
            open = null;
        }
    }

    private Refs refs(CloneLayout found, GitRepository repository, Known<Optional<ListedPin>> listed)
            throws IOException {
        Optional<String> branch = repository.branch();
        List<Path> always = watched(found, branch, listed);
        List<Path> branches = pinBranches(found, listed);
        // Looked at before the refs are read: a ref that changes in between is seen at the next look.
        WatchedFiles all = new WatchedFiles(
                Stream.concat(always.stream(), branches.stream()).toList());
        all.look();
        Pin pin = pin(repository, listed);
        WatchedFiles watched = followsBranch(pin) ? all : all.first(always.size());
        Optional<CommitId> head = repository.ref("HEAD");
        if (head.isEmpty()) {
            return new Refs(listed, watched, head, PackageReading.unknown(name, words.text("clone.unborn")));
        }
        Set<Flag> flags = branch.isEmpty() ? EnumSet.of(Flag.DETACHED) : Set.of();
        SourceFacts sight =
                new SourceFacts(name, Known.of(head.get()), deployHead(repository), flags, Optional.empty());
        return new Refs(listed, watched, head, comparison.read(repository, sight, pin, clock.instant()));
    }

    private CloneRead scanned(Open opened) {
        Refs refs = opened.refs();
        return new CloneRead(
                refs.head()
                        .map(head -> withScan(refs.reading(), scan(opened, head)))
                        .orElse(refs.reading()),
                refs.watched());
    }

    /** The remote's deploy branch as last fetched, or the clone's own where it never was. */
    private Known<CommitId> deployHead(GitRepository repository) throws IOException {
        Optional<CommitId> remote = repository.ref(REMOTE + deployBranch);
        Optional<CommitId> head = remote.isPresent() ? remote : repository.ref(HEADS + deployBranch);
        return head.<Known<CommitId>>map(Known::of)
                .orElseGet(() -> Known.unknown(words.text("clone.no-branch", "branch", deployBranch)));
    }

    private static Pin pin(GitRepository repository, Known<Optional<ListedPin>> listed) throws IOException {
        return switch (listed) {
            case Known.Unknown<Optional<ListedPin>>(String reason) -> new Pin.Unknown(reason);
            case Known.Value<Optional<ListedPin>>(Optional<ListedPin> pin) ->
                pin.isEmpty() ? new Pin.Absent() : pin(repository, pin.get());
        };
    }

    private static Pin pin(GitRepository repository, ListedPin listed) throws IOException {
        return switch (listed) {
            case ListedPin.Named(String text, int line) -> repository.pin(text);
            case ListedPin.Keep(String commit, int line) -> repository.kept(commit);
        };
    }

    private Known<Set<Flag>> scan(Open opened, CommitId head) {
        try {
            return Known.of(opened.scan().scan(opened.repository(), head, clock.instant()));
        } catch (IOException e) {
            return Known.unknown(words.text("scan.failed", "problem", IoWords.of(e)));
        } catch (InvalidPathException e) {
            return Known.unknown(words.text("scan.failed", "problem", String.valueOf(e.getMessage())));
        }
    }

    /** A work tree that could not be looked at may hold anything: what runs there is not known to be its commit. */
    private static PackageReading withScan(PackageReading reading, Known<Set<Flag>> scanned) {
        return switch (scanned) {
            case Known.Value<Set<Flag>>(Set<Flag> flags) -> {
                Set<Flag> all = EnumSet.noneOf(Flag.class);
                all.addAll(reading.flags());
                all.addAll(flags);
                yield with(reading, reading.runningDrift(), all, reading.reason());
            }
            case Known.Unknown<Set<Flag>>(String reason) ->
                with(reading, new Drift.Unknown(reason), reading.flags(), Optional.of(reason));
        };
    }

    private static PackageReading with(
            PackageReading reading, Drift running, Set<Flag> flags, Optional<String> reason) {
        return new PackageReading(
                reading.name(),
                reading.running(),
                reading.deployHead(),
                reading.pin(),
                running,
                reading.deployDrift(),
                reading.lastChange(),
                flags,
                reason);
    }

    /** Five files: together they change whenever HEAD, the deploy branch or the pin's name does. */
    private List<Path> watched(CloneLayout clone, Optional<String> branch, Known<Optional<ListedPin>> listed) {
        Path common = clone.commonDirectory();
        List<Path> files = new ArrayList<>();
        files.add(clone.gitDirectory().resolve("HEAD"));
        files.add(common.resolve("packed-refs"));
        files.add(common.resolve(branch.orElse(HEADS + deployBranch)));
        files.add(common.resolve(REMOTE + deployBranch));
        listed.found().flatMap(pin -> pin).ifPresent(pin -> files.add(common.resolve(pinRef(pin))));
        return files;
    }

    /** The branches that the pin's text may name. */
    private static List<Path> pinBranches(CloneLayout clone, Known<Optional<ListedPin>> listed) {
        return listed.found().flatMap(pin -> pin).stream()
                .flatMap(pin -> pin instanceof ListedPin.Named(String text, int line)
                        ? Stream.of(REMOTE + text, HEADS + text)
                        : Stream.empty())
                .map(clone.commonDirectory()::resolve)
                .toList();
    }

    /** A branch moves, and one may yet come for a text that names nothing so far: two stats more, for these only. */
    private static boolean followsBranch(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved -> resolved.kind() == Pin.Kind.BRANCH;
            case Pin.Unresolved unresolved -> true;
            case Pin.Kept kept -> false;
            case Pin.Absent absent -> false;
            case Pin.Unknown unknown -> false;
        };
    }

    private static String pinRef(ListedPin listed) {
        return switch (listed) {
            case ListedPin.Named(String text, int line) -> "refs/tags/" + text;
            // A commit is what it is; only its objects could come or go.
            case ListedPin.Keep(String commit, int line) -> "objects/pack";
        };
    }
}
