package org.obsenv.hostile.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.obsenv.hostile.history.Operation.Ending.Switched;
import org.obsenv.hostile.history.Violation.Kind;
import org.obsenv.protocol.Verb;

/** What was acknowledged is there until somebody may take it away. Believes operators and readers, not the journal. */
record InForce(History history) {
    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        for (Operation each : history.operations()) {
            each.switched().ifPresent(switched -> {
                if (each.verb() == Verb.ROLLBACK) {
                    Instant until = until(d -> d.leaves() && mayHaveSeen(d, each, switched));
                    contrary(switched, until)
                            .ifPresent(seen -> violations.add(new Violation(
                                    Kind.ROLL_BACK_UNDONE,
                                    each.id() + " at " + switched.at() + " put " + switched.to() + "; " + seen)));
                }
                Instant until =
                        until(d -> !d.id().equals(each.id()) && d.responded().isAfter(switched.at()));
                contrary(switched, until)
                        .ifPresent(seen -> violations.add(new Violation(
                                Kind.MOVE_LOST,
                                each.id() + " at " + switched.at() + " put " + switched.to() + "; " + seen)));
            });
        }
        return violations;
    }

    /** When the first of those may have moved the link. */
    private Instant until(Predicate<Operation> which) {
        return history.operations().stream()
                .filter(Operation::mayHaveMoved)
                .filter(which)
                .map(Operation::invoked)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Whether that decision may have been made with the roll back, or a later one, in view. */
    private static boolean mayHaveSeen(Operation decision, Operation rollback, Switched switched) {
        return !decision.looked().isBefore(rollback.invoked())
                && decision.claimed()
                        .map(token ->
                                token.target().equals(switched.to()) && Clock.mayBeSince(token, rollback.invoked()))
                        .orElse(true);
    }

    private Optional<String> contrary(Switched switched, Instant until) {
        if (!switched.at().isBefore(until)) {
            return Optional.empty();
        }
        Stream<String> links = history.spans().stream()
                .filter(span -> !span.token().target().equals(switched.to()))
                .filter(span -> span.stoodBetween(switched.at(), until))
                .map(span -> "seen " + span.token().target() + " from " + span.first() + " to " + span.last());
        Stream<String> readings = switched.to().equals("deploy")
                ? Stream.empty()
                : between(switched.at(), until).stream()
                        .filter(reading -> !reading.sample().generation().equals(switched.to()))
                        .filter(reading -> reading.ended().isBefore(until))
                        .map(reading -> "read " + reading.sample().generation() + " at " + reading.began());
        return Stream.concat(links, readings).findFirst();
    }

    /** Those that began in between; readings are in the order of their beginnings. */
    private List<Reading> between(Instant after, Instant before) {
        List<Reading> all = history.readings();
        return all.subList(firstNotBefore(after.plusNanos(1)), firstNotBefore(before));
    }

    private int firstNotBefore(Instant moment) {
        int low = 0;
        int high = history.readings().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.readings().get(middle).began().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
