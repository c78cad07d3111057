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

    private record Look(PackageState state, Optional<Silence> silence, Optional<String> missed) {}

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
        for (int i = 0; i < known.size(); i++) {
            PackageName name = known.get(i).name();
            Look look = looks.get(i);
            states.put(name, look.state());
            look.silence().ifPresent(silence -> silent.put(name, silence));
            look.missed()
                    .ifPresent(problem ->
                            notes.add(name + ": " + Words.of("endings").text("head.missed", "problem", problem)));
        }
        SyncState after =
                new HeadChecks(act, before).judge(before.withPackages(states).withSilent(silent));
        notes.addAll(new RefusalRecord(act).tell(before, after));
        for (SharedPackage shared : known) {
            Objects.requireNonNull(after.packages().get(shared.name()))
                    .problem()
                    .ifPresent(problem -> notes.add(shared.name() + ": " + problem.text()));
        }
        return after;
    }

    private Look look(SharedPackage shared, SyncState before, Instant lastPass) {
        PackageState state = Objects.requireNonNull(before.packages().get(shared.name()));
        Optional<Silence> silence = Optional.ofNullable(before.silent().get(shared.name()));
        Instant now = act.clock().instant();
        if (!isAsked && backOff.rests(silence, now)) {
            return new Look(state, silence, Optional.empty());
        }
        BareRepository repository = new BareRepository(
                act.paths().repository(shared.name()), shared, act.site().sync());
        HeadUpdate update = new HeadUpdate(shared, repository, new Checkouts(act.paths(), act.clock()), now);
        PackageState after = update.run(state, lastPass);
        // The pause begins when it has failed, not when it was asked: a remote that hangs would use it up.
        return new Look(
                after,
                update.silence()
                        .map(problem ->
                                backOff.after(silence, problem, act.clock().instant())),
                update.missed());
    }
}
