package org.obsenv.hostile.rounds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.obsenv.hostile.history.Operation;
import org.obsenv.protocol.Verb;

/** What happened in all rounds, in numbers. */
record Tally(List<Operator.Ended> ended) {
    long switched(Verb verb) {
        return count(each ->
                each.operation().verb() == verb && each.operation().ending() instanceof Operation.Ending.Switched);
    }

    long stops() {
        return count(Operator.Ended::wasStopped);
    }

    /** Operators' verbs that somebody who waited for the switch ended. */
    long killed() {
        return count(each -> each.operation().ending() instanceof Operation.Ending.Unheard);
    }

    List<Operation> failed() {
        return ended.stream()
                .map(Operator.Ended::operation)
                .filter(each -> each.ending() instanceof Operation.Ending.Failed)
                .toList();
    }

    Map<String, Integer> refusals() {
        Map<String, Integer> refusals = new TreeMap<>();
        for (Operator.Ended each : ended) {
            switch (each.operation().ending()) {
                case Operation.Ending.Refused(var refusal) -> refusals.merge(refusal.written(), 1, Integer::sum);
                case Operation.Ending.NothingToDo() -> refusals.merge("nothing-to-do", 1, Integer::sum);
                default -> {}
            }
        }
        return refusals;
    }

    private long count(Predicate<Operator.Ended> which) {
        return ended.stream().filter(which).count();
    }

    @Override
    public String toString() {
        return switched(Verb.ROLLBACK) + " roll backs, " + switched(Verb.RESUME) + " resumes, "
                + switched(Verb.SWITCH) + " switches, refusals " + refusals() + ", " + stops() + " stops, " + killed()
                + " killed by who waited";
    }
}
