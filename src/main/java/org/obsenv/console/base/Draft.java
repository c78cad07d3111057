package org.obsenv.console.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.basing.PinChange;
import org.obsenv.words.Words;

/**
 * What base could be, as far as it was decided: lists that were imported, and what was chosen for single packages, which
 * counts before them. Pure.
 *
 * @param columns the imported lists, at most two: where they differ a person decides
 * @param version the kept list that this returns to byte for byte
 */
record Draft(List<Column> columns, Optional<Integer> version, Map<PackageName, Wish> wishes) {
    static final Draft NONE = new Draft(List.of(), Optional.empty(), Map.of());

    private static final int MOST = 2;

    Draft {
        columns = List.copyOf(columns);
        wishes = java.util.Collections.unmodifiableMap(new TreeMap<>(wishes));
    }

    boolean isEmpty() {
        return columns.isEmpty() && version.isEmpty() && wishes.isEmpty();
    }

    /** With another list beside the one that is there; a third takes the place of the second. */
    Draft with(Column column) {
        List<Column> all = new ArrayList<>(columns.subList(0, Math.min(columns.size(), MOST - 1)));
        boolean isAgain = !all.isEmpty()
                && all.getFirst().list().name().equals(column.list().name());
        if (isAgain) {
            all.clear();
        }
        all.add(column);
        return new Draft(all, Optional.empty(), wishes);
    }

    Draft with(PackageName name, Wish wish) {
        Map<PackageName, Wish> more = new TreeMap<>(wishes);
        more.put(name, wish);
        return new Draft(columns, Optional.empty(), more);
    }

    /** The cycle that the list is to name: that of the first imported list that has one. */
    Optional<String> cycle() {
        return columns.stream().flatMap(each -> each.list().cycle().stream()).findFirst();
    }

    /** What would become of that package's pin. */
    PinChange change(PackageReading reading, Words words) {
        PackageName name = reading.name();
        Pin was = reading.pin();
        Optional<Wish> wish = Optional.ofNullable(wishes.get(name));
        if (wish.isPresent()) {
            return switch (wish.get()) {
                case Wish.Keep keep -> new PinChange.Same(name, was);
                case Wish.Take take -> of(name, was, take);
            };
        }
        List<Wish.Take> named =
                columns.stream().flatMap(each -> each.wish(name).stream()).toList();
        if (named.isEmpty()) {
            return new PinChange.Same(name, was);
        }
        boolean isOne = named.stream()
                        .map(each -> PinChange.commit(each.found()))
                        .distinct()
                        .count()
                == 1;
        if (isOne) {
            return of(name, was, named.getFirst());
        }
        String both = String.join(
                ", ",
                columns.stream()
                        .flatMap(each -> each.wish(name).stream()
                                .map(take -> words.text(
                                        "torn.one", "file", each.list().name(), "value", take.asked())))
                        .toList());
        return new PinChange.Stuck(name, was, words.text("torn.value"), words.text("torn.problem", "both", both));
    }

    private static PinChange of(PackageName name, Pin was, Wish.Take take) {
        return PinChange.of(name, was, take.asked(), take.found());
    }

    /** Whether two lists were imported that do not mean the same for that package. */
    boolean isTorn(PackageName name) {
        return columns.size() == MOST
                && columns.stream()
                                .flatMap(each -> each.wish(name).stream())
                                .map(each -> PinChange.commit(each.found()))
                                .distinct()
                                .count()
                        > 1;
    }
}
