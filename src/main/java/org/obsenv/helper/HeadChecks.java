package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Sha256;
import org.obsenv.helper.HeadVerdict.Hold;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.Gate;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/**
 * The site's check of all heads that a pass would take in. They are checked beside each other, since one may need what
 * another brings; where some fail, the rest is checked again beside what stays.
 *
 * <p>A head that failed is not checked again until something that it was judged by is otherwise ({@link HeadVerdict.Hold}):
 * so nobody's hot-fix waits for what another package pushed, and what has waited for this one is taken in by the pass
 * after it.
 */
final class HeadChecks {
    private final Act act;
    private final SyncState before;
    private final HeadCheck check;
    private final Map<PackageName, PackageState> refused = new LinkedHashMap<>();

    /** What the next generation holds, as far as that is settled. */
    private final SortedMap<PackageName, CommitId> plan = new TreeMap<>();

    HeadChecks(Act act, SyncState before) {
        this.act = act;
        this.before = before;
        this.check = new HeadCheck(act.paths());
        before.packages().forEach((name, state) -> plan.put(name, state.accepted()));
    }

    /** One head to be judged. */
    private record Candidate(SharedPackage shared, CommitId head) {
        PackageName name() {
            return shared.name();
        }
    }

    private sealed interface Judged {
        record By(HeadVerdict verdict) implements Judged {}

        record Not(String problem) implements Judged {}
    }

    /** The same with the heads that fail kept out; those that pass are the repositories' accepted heads afterwards. */
    SyncState judge(SyncState fetched) throws IOException, RefusedException {
        List<Candidate> all = act.site().packages().stream()
                .filter(shared -> fetched.packages().containsKey(shared.name()))
                .map(shared -> new Candidate(shared, of(fetched, shared.name()).accepted()))
                .filter(each -> !each.head().equals(of(before, each.name()).accepted()))
                .toList();
        List<Candidate> open = new ArrayList<>(all);
        open.removeIf(this::isStillRefused);
        settle(open);
        List<Candidate> waiting = all.stream().filter(this::waitsForOthers).toList();
        // One that is new may need what was refused earlier, and that one what is new.
        if (open.stream().anyMatch(waiting::contains) && !open.containsAll(waiting)) {
            settle(waiting);
        }
        SortedMap<PackageName, PackageState> states = new TreeMap<>(fetched.packages());
        for (Candidate each : all) {
            if (each.head().equals(plan.get(each.name()))) {
                repository(each).accept(each.head());
            } else {
                PackageState kept = refused.getOrDefault(each.name(), of(before, each.name()));
                states.put(each.name(), kept.heard(act.clock().instant()));
            }
        }
        return fetched.withPackages(states);
    }

    private boolean isStillRefused(Candidate each) {
        return under(each, of(before, each.name()))
                .filter(under -> under.equals(rule(each))
                        || under.equals(rule(each) + " " + beside(each))
                        || look(each).isInPause(under, act.clock().instant()))
                .isPresent();
    }

    /** Whether it failed for what the others are at, in this pass or an earlier one. */
    private boolean waitsForOthers(Candidate each) {
        return !each.head().equals(plan.get(each.name()))
                && under(each, refused.getOrDefault(each.name(), of(before, each.name())))
                        .filter(under -> under.startsWith(rule(each) + " ")
                                && !look(each).isFirst(under))
                        .isPresent();
    }

    /** By what the check judged that very head. */
    private static Optional<String> under(Candidate each, PackageState known) {
        return RefusedHead.verdict(known)
                .filter(verdict -> known.head().equals(each.head()) && verdict.gate() == Gate.CHECK)
                .map(Verdict::under);
    }

    private void settle(List<Candidate> candidates) throws IOException, RefusedException {
        if (candidates.isEmpty()) {
            return;
        }
        SortedMap<PackageName, CommitId> together = new TreeMap<>(plan);
        candidates.forEach(each -> together.put(each.name(), each.head()));
        List<Judged> judged = InParallel.each(candidates, each -> judge(each, together));
        List<Candidate> passed = new ArrayList<>();
        List<Candidate> failed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            boolean passes = judged.get(i) instanceof Judged.By(HeadVerdict.Passed ok);
            (passes ? passed : failed).add(candidates.get(i));
        }
        if (failed.isEmpty()) {
            plan.putAll(together);
            return;
        }
        settle(passed);
        // One may have failed only for what another that failed would have brought.
        for (Candidate each : failed) {
            boolean isOnlyOne = failed.size() == 1 && passed.isEmpty();
            Judged last = isOnlyOne ? judged.get(candidates.indexOf(each)) : judge(each, plan);
            keep(each, last);
        }
    }

    private void keep(Candidate each, Judged judged) {
        PackageState known = of(before, each.name());
        switch (judged) {
            case Judged.By(HeadVerdict.Passed ok) -> plan.put(each.name(), each.head());
            case Judged.By(HeadVerdict.Failed failed) -> {
                refused.put(each.name(), refused(each, known, failed));
            }
            case Judged.Not(String problem) ->
                refused.put(
                        each.name(),
                        RefusedHead.unjudged(
                                known, each.head(), problem, act.clock().instant()));
        }
    }

    private PackageState refused(Candidate each, PackageState known, HeadVerdict.Failed failed) {
        Instant now = act.clock().instant();
        boolean isAgain = under(each, known).filter(look(each)::isFirst).isPresent();
        String under =
                switch (failed.hold()) {
                    case LASTING -> rule(each);
                    case BESIDE -> rule(each) + " " + beside(each);
                    case UNSURE -> look(each).under(isAgain, now);
                };
        HeadVerdict.Failed told = failed.hold() == Hold.UNSURE && !isAgain
                ? failed.with(Words.of("gate").text("check.again", "time", SecondLook.time(now)))
                : failed;
        return RefusedHead.failed(known, each.head(), repository(each), told, Gate.CHECK, under, now);
    }

    private Judged judge(Candidate each, SortedMap<PackageName, CommitId> beside) {
        try {
            return new Judged.By(
                    check.of(each.shared(), each.head(), of(before, each.name()).accepted(), beside));
        } catch (IOException e) {
            return new Judged.Not(IoWords.of(e));
        }
    }

    private static SecondLook look(Candidate each) {
        return new SecondLook(rule(each));
    }

    private static String rule(Candidate each) {
        return digest(each.shared().check().toString());
    }

    /** What the others are at. */
    private String beside(Candidate each) {
        SortedMap<PackageName, CommitId> others = new TreeMap<>(plan);
        others.remove(each.name());
        return digest(others.toString());
    }

    private static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private BareRepository repository(Candidate each) {
        return new BareRepository(act.paths().repository(each.name()), each.shared());
    }

    private static PackageState of(SyncState state, PackageName name) {
        return Objects.requireNonNull(state.packages().get(name));
    }
}
