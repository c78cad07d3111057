package org.obsenv.domain.signoff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A candidate's acts without those that their actors withdrew. */
final class LiveActs {
    private final List<Act> acts = new ArrayList<>();

    LiveActs(Candidate candidate) {
        Set<Integer> withdrawn = new HashSet<>();
        for (Act act : candidate.acts()) {
            if (act.deed() instanceof Deed.Withdrew withdrew && isHers(candidate, act, withdrew.act())) {
                withdrawn.add(withdrew.act());
            }
        }
        candidate.acts().stream()
                .filter(act -> !withdrawn.contains(act.number()))
                .forEach(acts::add);
    }

    boolean has(int number) {
        return acts.stream().anyMatch(act -> act.number() == number);
    }

    /** What one kind of deed, done by an act, comes to. */
    record Found<D extends Deed>(Act act, D deed) {}

    /** The newest act of that kind that fits. */
    <D extends Deed> Optional<Found<D>> newest(Class<D> kind, Predicate<Found<D>> fits) {
        return acts.reversed().stream()
                .filter(act -> kind.isInstance(act.deed()))
                .map(act -> new Found<>(act, kind.cast(act.deed())))
                .filter(fits)
                .findFirst();
    }

    /** Nobody withdraws what somebody else did. */
    private static boolean isHers(Candidate candidate, Act act, int number) {
        return candidate.acts().stream()
                .anyMatch(each -> each.number() == number
                        && each.number() < act.number()
                        && each.actor().equals(act.actor()));
    }
}
