package org.obsenv.hostile.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.SwitchToken;
import org.obsenv.hostile.history.Operation.Ending.Switched;
import org.obsenv.hostile.history.Violation.Kind;

/** The entries are the acts in the order of the switch lock, each on what the one before left; and are what was seen. */
record Chain(History history) {
    List<Violation> violations() {
        List<JournalEntry> ends = Recorded.ends(history);
        List<Violation> violations = new ArrayList<>();
        follow(ends, violations);
        inOrder(ends, violations);
        seen(ends, violations);
        return violations;
    }

    /** From each to the next; after one that died it is one of two. */
    private void follow(List<JournalEntry> ends, List<Violation> violations) {
        Set<String> possible = Set.of(history.initial());
        Optional<Operation> before = Optional.empty();
        for (JournalEntry each : ends) {
            String from = each.from().orElse("");
            String to = each.to().orElse("");
            Optional<Operation> operation = Recorded.operation(history, each);
            if (!possible.contains(from)) {
                violations.add(new Violation(Kind.DISORDER, "after " + possible + ": " + Recorded.told(each)));
            }
            if (each.outcome().equals(Recorded.DONE)) {
                Optional<Operation> author = before;
                operation
                        .flatMap(now -> stale(now, from, author))
                        .ifPresent(problem -> violations.add(new Violation(Kind.STALE_ACCEPTED, problem)));
                possible = Set.of(to);
                before = operation;
            } else {
                Set<String> either = new HashSet<>(possible);
                either.add(to);
                possible = either;
                before = Optional.empty();
            }
        }
    }

    /** What it claimed to have seen must be what {@code author} had put in place right before. */
    private static Optional<String> stale(Operation now, String from, Optional<Operation> author) {
        if (!now.leaves() || now.claimed().isEmpty()) {
            return Optional.empty();
        }
        SwitchToken claimed = now.claimed().get();
        boolean fits = claimed.target().equals(from)
                && author.map(before -> Clock.mayBeSince(claimed, before.invoked()))
                        .orElse(true);
        return fits
                ? Optional.empty()
                : Optional.of(now.id() + " saw " + claimed + " and left " + from
                        + author.map(before -> " of " + before.id()).orElse(""));
    }

    /** One that had ended before another was asked for stands before it. */
    private void inOrder(List<JournalEntry> ends, List<Violation> violations) {
        Instant latestBeginning = Instant.MIN;
        String of = "";
        for (JournalEntry each : ends) {
            Optional<Operation> operation = Recorded.operation(history, each);
            if (operation.isEmpty()) {
                continue;
            }
            // One that died is told of by whoever comes next, in his own place.
            if (each.outcome().equals(Recorded.DONE)
                    && operation.get().responded().isBefore(latestBeginning)) {
                violations.add(new Violation(Kind.DISORDER, Recorded.told(each) + " stands after " + of));
            }
            if (operation.get().invoked().isAfter(latestBeginning)) {
                latestBeginning = operation.get().invoked();
                of = operation.get().id();
            }
        }
    }

    /** Every link that was seen is one that an entry tells of, in their order; the last one is the last one's. */
    private void seen(List<JournalEntry> ends, List<Violation> violations) {
        int next = 0;
        boolean any = false;
        for (LinkSpan span : history.spans()) {
            int found = next;
            while (found < ends.size() && !explains(ends.get(found), span.token())) {
                found++;
            }
            if (found < ends.size()) {
                next = found + 1;
                any = true;
            } else if (any || !span.token().target().equals(history.initial())) {
                violations.add(new Violation(
                        Kind.UNEXPLAINED, "seen " + span.token() + " from " + span.first() + " to " + span.last()));
            } else {
                any = true; // the first link, from before the first act
            }
        }
        boolean toldLater = ends.subList(Math.min(next, ends.size()), ends.size()).stream()
                .anyMatch(entry -> entry.outcome().equals(Recorded.DONE));
        if (toldLater) {
            violations.add(new Violation(Kind.MOVE_LOST, "never seen: " + Recorded.told(ends.getLast())));
        }
    }

    private boolean explains(JournalEntry entry, SwitchToken token) {
        return entry.to().equals(Optional.of(token.target()))
                && Recorded.operation(history, entry)
                        .filter(operation -> Clock.mayBeSince(token, operation.invoked()))
                        .filter(operation -> Clock.mayBeUntil(
                                token, operation.switched().map(Switched::at).orElse(operation.responded())))
                        .isPresent();
    }
}
