package org.obsenv.console.rollback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obsenv.console.acting.Ending;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;

/**
 * What a roll back moved: by the helper's word, or, where that was not heard or does not name them all, by what was seen
 * to run before and after. Pure.
 *
 * @param count how many; unknown where it was neither heard nor seen
 * @param named those that are known one by one, possibly fewer than {@code count}
 */
record Moves(Known<Integer> count, List<PackageMove> named) {
    Moves {
        named = List.copyOf(named);
    }

    static Moves of(Ending ending, Optional<EnvironmentReading> before, Optional<EnvironmentReading> after) {
        Moves seen = before.flatMap(then -> after.map(now -> seen(then, now)))
                .orElseGet(() -> new Moves(Known.unknown(""), List.of()));
        if (!(ending.outcome() instanceof Outcome.Switched switched)) {
            return seen;
        }
        // An outcome names so many packages only; what was seen may tell the others.
        boolean seenAll = seen.named().size() == switched.movedCount();
        boolean toldAll = switched.moved().size() == switched.movedCount();
        return new Moves(Known.of(switched.movedCount()), seenAll && !toldAll ? seen.named() : switched.moved());
    }

    private static Moves seen(EnvironmentReading before, EnvironmentReading after) {
        Map<PackageName, PackageReading> then =
                before.packages().stream().collect(Collectors.toMap(PackageReading::name, Function.identity()));
        List<PackageMove> named = new ArrayList<>();
        Optional<String> unseen = Optional.empty();
        for (PackageReading now : after.packages()) {
            Optional<CommitId> from = Optional.ofNullable(then.get(now.name()))
                    .flatMap(each -> each.running().found());
            Optional<CommitId> to = now.running().found();
            if (from.isEmpty() || to.isEmpty()) {
                unseen = Optional.of(now.name().text());
            } else if (!from.equals(to)) {
                named.add(new PackageMove(now.name(), from, to));
            }
        }
        return new Moves(unseen.<Known<Integer>>map(Known::unknown).orElseGet(() -> Known.of(named.size())), named);
    }

    /** How many are known to have moved and are not among the first so many of {@link #named}. */
    int beyond(int shown) {
        return count.found().orElseGet(named::size) - Math.min(shown, named.size());
    }
}
