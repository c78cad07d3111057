package org.obsenv.domain.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All alarms that are on show, and those that were acknowledged while their cause holds: the same cause does not raise
 * them again.
 *
 * @param revision how often they were written
 * @param all the newest first
 */
public record Alarms(int revision, List<Alarm> all) {
    /** Before anything was found. */
    public static final Alarms NONE = new Alarms(0, List.of());

    public Alarms {
        all = all.stream()
                .sorted(Comparator.comparing(Alarm::raised).reversed().thenComparing(Alarm::id))
                .toList();
    }

    /** Those that wait for somebody, the newest first. */
    public List<Alarm> open() {
        return all.stream().filter(Alarm::isOpen).toList();
    }

    /** The alarm of that {@link Cause#id}. */
    public Optional<Alarm> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** These after a look. What holds is raised once; what is gone stays until it is acknowledged; and what was not
     * looked at is as it was. */
    public Alarms after(Findings found, Instant now) {
        List<Alarm> next = new ArrayList<>();
        Set<Cause> known = new HashSet<>();
        for (Alarm each : all) {
            known.add(each.cause());
            if (found.holding().contains(each.cause())) {
                next.add(each.holding());
            } else if (!found.looked().contains(Findings.Place.of(each.cause()))) {
                next.add(each);
            } else if (each.isOpen()) {
                next.add(each.cleared(now));
            }
        }
        found.holding().stream()
                .filter(cause -> !known.contains(cause))
                .forEach(cause -> next.add(Alarm.of(cause, now)));
        return with(next);
    }

    /** Those that the earlier ones have not. */
    public List<Alarm> raisedSince(Alarms before) {
        return all.stream().filter(each -> before.find(each.id()).isEmpty()).toList();
    }

    /** These with that one acknowledged; one whose cause is gone needs no place any more. */
    public Alarms acknowledged(Alarm alarm, Acknowledgement by) {
        List<Alarm> next = new ArrayList<>(all);
        next.remove(alarm);
        if (alarm.cleared().isEmpty()) {
            next.add(alarm.acknowledged(by));
        }
        return with(next);
    }

    /** The same revision when nothing differs. */
    private Alarms with(List<Alarm> next) {
        Alarms changed = new Alarms(revision + 1, next);
        return changed.all().equals(all) ? this : changed;
    }
}
