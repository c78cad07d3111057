package org.obsenv.hostile.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.JournalEntry;
import org.obsenv.hostile.history.Operation.Ending.Switched;
import org.obsenv.hostile.history.Violation.Kind;

/** Journal and operators tell the same. */
record Recorded(History history) {
    private static final Set<String> OF_CURRENT = Set.of("rollback", "resume", "switch");

    static final String DONE = "done";
    static final String INTERRUPTED = "interrupted";

    /** The ends of acts on {@code current}, in the order in which they were written. */
    static List<JournalEntry> ends(History history) {
        return history.journal().stream()
                .filter(entry -> OF_CURRENT.contains(entry.act()))
                .filter(entry -> entry.outcome().equals(DONE) || entry.outcome().equals(INTERRUPTED))
                .toList();
    }

    /** Whose act it was. */
    static Optional<Operation> operation(History history, JournalEntry entry) {
        return entry.initials().flatMap(history::operation);
    }

    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        List<JournalEntry> ends = ends(history);
        for (Operation each : history.operations()) {
            List<JournalEntry> own = ends.stream()
                    .filter(entry -> entry.initials().equals(Optional.of(each.id())))
                    .toList();
            problem(each, own).ifPresent(violations::add);
        }
        history.spoilt().stream().map(text -> new Violation(Kind.SPOILT, text)).forEach(violations::add);
        ends.stream()
                .filter(entry -> operation(history, entry).isEmpty())
                .map(entry -> new Violation(Kind.UNASKED, "nobody asked for " + told(entry)))
                .forEach(violations::add);
        return violations;
    }

    private static Optional<Violation> problem(Operation operation, List<JournalEntry> own) {
        String told = own.stream().map(Recorded::told).toList().toString();
        return switch (operation.ending()) {
            case Switched switched ->
                own.size() == 1 && fits(operation, switched, own.getFirst())
                        ? Optional.empty()
                        : Optional.of(
                                new Violation(Kind.UNRECORDED, operation.id() + " says " + switched + ": " + told));
            case Operation.Ending.Unheard() ->
                own.size() <= 1
                        ? Optional.empty()
                        : Optional.of(new Violation(Kind.UNRECORDED, operation.id() + " died once: " + told));
            default ->
                own.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Violation(
                                Kind.UNASKED, operation.id() + " says " + operation.ending() + ": " + told));
        };
    }

    private static boolean fits(Operation operation, Switched switched, JournalEntry entry) {
        return entry.outcome().equals(DONE)
                && entry.act().equals(operation.verb().written())
                && entry.from().equals(Optional.of(switched.from()))
                && entry.to().equals(Optional.of(switched.to()))
                && !entry.at().isBefore(operation.invoked())
                && !entry.at().isAfter(switched.at());
    }

    static String told(JournalEntry entry) {
        return entry.initials().orElse("?") + " " + entry.act() + " "
                + entry.from().orElse("?") + " -> " + entry.to().orElse("?") + " " + entry.outcome() + " of "
                + entry.at();
    }
}
