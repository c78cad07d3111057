package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.Incomplete;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Silence;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.Words;

/** A pass's look at the remotes, several at a time. One that does not answer costs the others a bounded time. */
final class RemoteLooks {
    private final Act act;
    private final boolean isAsked;
    private final BackOff backOff;

    /** {@code isAsked}: a person wants to know now, also of remotes that are left alone for a while. */
    RemoteLooks(Act act, boolean isAsked) {
        this.act = act;
        this.isAsked = isAsked;
        this.backOff = new BackOff(act.site().sync());
    }

    private record Look(PackageState state, Optional<Silence> silence, Optional<Incomplete> incomplete) {}

    /** What is known now; what must be said of it is added to the notes. {@code lastPass}: when the remotes were last well. */
    SyncState run(SyncState before, Instant lastPass, List<String> notes) throws IOException, RefusedException {
        AtomicInteger done = new AtomicInteger();
        List<SharedPackage> known = act.site().packages().stream()
                .filter(shared -> before.packages().containsKey(shared.name()))
                .toList();
        List<Look> looks = InParallel.each(known, act.site().sync().atOnce(), shared -> {
            Look look = look(shared, before, lastPass);
            act.reporter().progress("fetched", shared.name().text(), done.incrementAndGet(), known.size());
            return look;
        });
        SortedMap<PackageName, PackageState> states = new TreeMap<>(before.packages());
        SortedMap<PackageName, Silence> silent = new TreeMap<>();
        SortedMap<PackageName, Incomplete> incomplete = new TreeMap<>();
        for (int i = 0; i < known.size(); i++) {
            PackageName name = known.get(i).name();
            Look look = looks.get(i);
            states.put(name, look.state());
            look.silence().ifPresent(each -> silent.put(name, each));
            look.incomplete().ifPresent(each -> incomplete.put(name, each));
        }
        SyncState heard = before.withPackages(states).withSilent(silent).withIncomplete(incomplete);
        SyncState after = new HeadChecks(act, before).judge(heard);
        notes.addAll(new RefusalRecord(act).tell(before, after));
        for (SharedPackage shared : known) {
            Objects.requireNonNull(after.packages().get(shared.name()))
                    .problems()
                    .forEach(problem -> notes.add(shared.name() + ": " + problem.text()));
            Optional.ofNullable(after.incomplete().get(shared.name()))
                    .ifPresent(each -> notes.add(shared.name() + ": " + each.text()));
        }
        return after;
    }

    private Look look(SharedPackage shared, SyncState before, Instant lastPass) {
        PackageState state = Objects.requireNonNull(before.packages().get(shared.name()));
        Optional<Silence> silence = Optional.ofNullable(before.silent().get(shared.name()));
        Optional<Incomplete> incomplete =
                Optional.ofNullable(before.incomplete().get(shared.name()));
        Instant now = act.clock().instant();
        if (!isAsked && backOff.rests(silence, now)) {
            return new Look(state, silence, incomplete);
        }
        BareRepository repository = new BareRepository(
                act.paths().repository(shared.name()), shared, act.site().sync());
        boolean rests = !isAsked && backOff.rests(incomplete.map(Incomplete::rest), now);
        HeadUpdate.Completeness completeness = incomplete.isEmpty()
                ? HeadUpdate.Completeness.WHOLE
                : rests ? HeadUpdate.Completeness.RESTS : HeadUpdate.Completeness.WANTED;
        HeadUpdate update =
                new HeadUpdate(shared, repository, new Checkouts(act.paths(), act.clock()), now, completeness);
        PackageState after = update.run(state, lastPass);
        // The pause begins when it has failed, not when it was asked: a remote that hangs would use it up.
        return new Look(
                after,
                update.silence()
                        .map(problem ->
                                backOff.after(silence, problem, act.clock().instant())),
                update.fetched().map(fetched -> incomplete(incomplete, fetched)).orElse(incomplete));
    }

    /** Once more was fetched. */
    private Optional<Incomplete> incomplete(Optional<Incomplete> before, RemoteFetch.Fetched fetched) {
        Instant now = act.clock().instant();
        return fetched.missed()
                .map(problem -> new Incomplete(
                        before.map(Incomplete::since).orElse(now),
                        backOff.after(before.map(Incomplete::rest), new IOException(problem), now),
                        Words.of("endings").text("head.missed", "problem", problem)));
    }
}
