package org.obsenv.environment;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListedPin;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GateRefusal;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.GitRepository;
import org.obsenv.git.PackageComparison;
import org.obsenv.git.SourceFacts;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.SyncState;
import org.obsenv.words.Words;

/** Reads the packages of a layout side by side, each against its own bare repository. */
final class LayoutPackages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LayoutPaths paths;
    private final BoundedReads reads;
    private final PackageComparison comparison;
    private final RunningPath running;
    private final Words words = Words.of("reading");

    LayoutPackages(LayoutPaths paths, BoundedReads reads, PackageComparison comparison) {
        this.paths = paths;
        this.reads = reads;
        this.comparison = comparison;
        this.running = new RunningPath(paths);
    }

    List<PackageReading> read(
            List<PackageName> names, Known<Manifest> manifest, Known<SyncState> sync, ListedBase base, Instant now) {
        Map<PackageName, Known<PackageReading>> readings =
                reads.all(names, name -> read(sight(name, manifest, sync), base, now));
        List<PackageReading> packages = new ArrayList<>();
        readings.forEach((name, reading) -> packages.add(
                switch (reading) {
                    case Known.Value<PackageReading>(PackageReading value) -> value.refused(refusal(name, sync));
                    case Known.Unknown<PackageReading>(String reason) ->
                        comparison.withoutRepository(sight(name, manifest, sync), reason);
                }));
        comparison.keep();
        return packages;
    }

    private static Optional<GateRefusal> refusal(PackageName name, Known<SyncState> sync) {
        return sync.found()
                .flatMap(state -> Optional.ofNullable(state.packages().get(name)))
                .flatMap(SyncState.PackageState::problem)
                .flatMap(SyncState.Problem::verdict)
                .map(each ->
                        new GateRefusal(each.author(), each.what(), each.lines(), each.gate() != SyncState.Gate.TREE));
    }

    private SourceFacts sight(PackageName name, Known<Manifest> manifest, Known<SyncState> sync) {
        SourceFacts sight =
                new SourceFacts(name, running(name, manifest), Known.unknown(""), Set.of(), Optional.empty());
        SourceFacts seen = withHead(sight, sync);
        Optional<SyncState> state = sync.found();
        Optional<SyncState.Incomplete> incomplete =
                state.flatMap(each -> Optional.ofNullable(each.incomplete().get(name)));
        if (incomplete.isPresent()) {
            seen = beside(
                    seen,
                    Flag.TAGS_INCOMPLETE,
                    incomplete.get().text(),
                    incomplete.get().since());
        }
        Optional<SyncState.Unpushed> unpushed =
                state.flatMap(each -> Optional.ofNullable(each.unpushed().get(name)));
        if (unpushed.isPresent()) {
            seen = beside(
                    seen,
                    Flag.TAG_UNPUSHED,
                    unpushed.get().text(),
                    unpushed.get().since());
        }
        return seen;
    }

    private SourceFacts beside(SourceFacts sight, Flag flag, String problem, Instant since) {
        return beside(sight, flag, words.text("tags.since", "problem", problem, "time", TIME.format(since)));
    }

    /** Beside whatever else is to be said of it. */
    private static SourceFacts beside(SourceFacts sight, Flag flag, String text) {
        Optional<String> both =
                Optional.of(sight.reason().map(first -> first + "; " + text).orElse(text));
        return new SourceFacts(sight.name(), sight.running(), sight.deployHead(), sight.flags(), both).with(flag);
    }

    private SourceFacts withHead(SourceFacts sight, Known<SyncState> sync) {
        return switch (sync) {
            case Known.Unknown<SyncState>(String reason) -> withHead(sight, Optional.empty(), reason);
            case Known.Value<SyncState>(SyncState state) ->
                withHead(
                        sight,
                        Optional.ofNullable(state.packages().get(sight.name())),
                        words.text("deploy.never-fetched"));
        };
    }

    private SourceFacts withHead(SourceFacts sight, Optional<SyncState.PackageState> state, String reason) {
        Known<CommitId> head =
                state.<Known<CommitId>>map(each -> Known.of(each.head())).orElseGet(() -> Known.unknown(reason));
        SourceFacts seen = new SourceFacts(sight.name(), sight.running(), head, sight.flags(), sight.reason());
        for (SyncState.Problem each :
                state.map(SyncState.PackageState::problems).orElse(List.of())) {
            seen = beside(seen, flag(each.kind()), told(each));
        }
        return seen;
    }

    /** Of what was not heard or did not come the time is said: since then the deploy head may be another. */
    private String told(SyncState.Problem problem) {
        return switch (problem.kind()) {
            case UNREACHABLE, UNBROUGHT ->
                words.text("deploy.as-of", "problem", problem.text(), "time", TIME.format(problem.since()));
            case GONE, REWRITTEN, REFUSED -> problem.text();
        };
    }

    private static Flag flag(SyncState.Problem.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> Flag.STALE;
            case UNBROUGHT -> Flag.UNBROUGHT;
            case GONE -> Flag.BRANCH_GONE;
            case REWRITTEN -> Flag.REWRITTEN;
            case REFUSED -> Flag.REFUSED;
        };
    }

    /** What the stable path leads to, when the manifest says the same. */
    private Known<CommitId> running(PackageName name, Known<Manifest> manifest) {
        return switch (manifest) {
            case Known.Unknown<Manifest>(String reason) -> Known.unknown(reason);
            case Known.Value<Manifest>(Manifest generation) -> {
                Optional<CommitId> written =
                        Optional.ofNullable(generation.packages().get(name));
                yield written.isEmpty()
                        ? Known.unknown(words.text("running.not-in", "id", generation.generation()))
                        : agreed(running.commit(name), written.get());
            }
        };
    }

    private Known<CommitId> agreed(Known<CommitId> disk, CommitId written) {
        return switch (disk) {
            case Known.Unknown<CommitId> unknown -> unknown;
            case Known.Value<CommitId>(CommitId found) ->
                found.equals(written)
                        ? disk
                        : Known.unknown(words.text(
                                "running.differs", "found", found.abbreviated(), "written", written.abbreviated()));
        };
    }

    private PackageReading read(SourceFacts sight, ListedBase base, Instant now) throws IOException {
        return switch (base.list()) {
            case Known.Unknown<BaseList>(String reason) -> compare(sight, new Pin.Unknown(reason), now);
            case Known.Value<BaseList>(BaseList list) -> {
                Optional<ListedPin> listed = list.pin(sight.name());
                yield listed.isEmpty() ? compare(sight, new Pin.Absent(), now) : read(sight, listed.get(), base, now);
            }
        };
    }

    private PackageReading compare(SourceFacts sight, Pin pin, Instant now) throws IOException {
        try (GitRepository repository = open(sight.name())) {
            return comparison.read(repository, sight, pin, now);
        }
    }

    private PackageReading read(SourceFacts sight, ListedPin listed, ListedBase base, Instant now) throws IOException {
        Optional<CommitId> proven = base.proven(sight.name(), listed);
        try (GitRepository repository = open(sight.name())) {
            Pin pin = resolve(repository, listed);
            if (proven.isEmpty()) {
                return comparison.read(repository, sight.with(Flag.BASE_NOT_BUILT), pin, now);
            }
            // What a roll back goes to is what base was built from, even when the name has moved since.
            if (pin instanceof Pin.Resolved(String name, Pin.Kind kind, CommitId commit, Instant at)
                    && !commit.equals(proven.get())) {
                Pin built = new Pin.Resolved(name, kind, proven.get(), repository.committedAt(proven.get()));
                String moved = words.text(
                        "pin.moved",
                        "name",
                        name,
                        "now",
                        commit.abbreviated(),
                        "built",
                        proven.get().abbreviated());
                return comparison.read(repository, sight.because(moved), built, now);
            }
            return comparison.read(repository, sight, pin, now);
        }
    }

    private static Pin resolve(GitRepository repository, ListedPin listed) throws IOException {
        return switch (listed) {
            case ListedPin.Named(String name, int line) -> repository.pin(name);
            case ListedPin.Keep(String commit, int line) -> repository.kept(commit);
        };
    }

    private GitRepository open(PackageName name) throws IOException {
        return GitRepository.open(paths.repository(name));
    }
}
