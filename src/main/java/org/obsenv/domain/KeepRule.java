package org.obsenv.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which generations stay: a generation goes only when it is none of current, deploy, base, marked good, the newest, or
 * young. Pure.
 *
 * @param newest how many of the newest stay
 * @param young how old one is that may go, at least
 */
public record KeepRule(int newest, Duration young) {
    /** The layout's rule: the newest 30, and whatever is younger than 30 days. */
    public static final KeepRule OF_THE_LAYOUT = new KeepRule(30, Duration.ofDays(30));

    /** Why one stays; told in this order. */
    public enum Reason {
        CURRENT,
        DEPLOY,
        BASE,
        MARKED,
        NEWEST,
        YOUNG,
        /** Its manifest cannot be read, so nobody knows how old it is or what it holds. */
        UNREADABLE
    }

    /** What the links and the marks name. */
    public record Named(
            Optional<GenerationId> current,
            Optional<GenerationId> deploy,
            Optional<GenerationId> base,
            Set<GenerationId> marked) {
        public Named {
            marked = Set.copyOf(marked);
        }
    }

    /**
     * Why each of them stays; one without a reason may go.
     *
     * @param made when each generation that is there was made; unknown where its manifest cannot be read
     */
    public SortedMap<GenerationId, Set<Reason>> reasons(
            SortedMap<GenerationId, Known<Instant>> made, Named named, Instant now) {
        List<GenerationId> byAge = new ArrayList<>(made.keySet());
        Set<GenerationId> among = Set.copyOf(byAge.subList(Math.max(0, byAge.size() - newest), byAge.size()));
        SortedMap<GenerationId, Set<Reason>> all = new TreeMap<>();
        for (Map.Entry<GenerationId, Known<Instant>> each : made.entrySet()) {
            GenerationId id = each.getKey();
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            put(reasons, Reason.CURRENT, named.current().equals(Optional.of(id)));
            put(reasons, Reason.DEPLOY, named.deploy().equals(Optional.of(id)));
            put(reasons, Reason.BASE, named.base().equals(Optional.of(id)));
            put(reasons, Reason.MARKED, named.marked().contains(id));
            put(reasons, Reason.NEWEST, among.contains(id));
            switch (each.getValue()) {
                case Known.Value<Instant>(Instant at) ->
                    put(reasons, Reason.YOUNG, at.plus(young).isAfter(now));
                case Known.Unknown<Instant> unknown -> reasons.add(Reason.UNREADABLE);
            }
            all.put(id, reasons);
        }
        return all;
    }

    private static void put(Set<Reason> reasons, Reason reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
