package org.obsenv.domain.signoff;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a holder did about who may sign in her seat.
 *
 * @param number its place in the document, from 1
 * @param actor who did it, by sudo's word
 */
public record DesignationAct(int number, Instant at, String actor, Change change) {
    /** What was changed. */
    public sealed interface Change {
        /** Somebody may sign for the actor. */
        record Made(String seat, String designate, Instant from, Instant to) implements Change {}

        /** An earlier one of the actor's own ends now. */
        record Ended(int act) implements Change {}
    }

    /** The designations that were made and not ended by who made them; their dates are for the moment of use. */
    public static List<Designation> standing(List<DesignationAct> acts) {
        return standingActs(acts).stream().map(DesignationAct::designation).toList();
    }

    /** The acts that made them. */
    public static List<DesignationAct> standingActs(List<DesignationAct> acts) {
        Set<Integer> ended = new HashSet<>();
        for (DesignationAct act : acts) {
            if (act.change() instanceof Change.Ended(int number)
                    && acts.stream().anyMatch(isOwnEarlier(act, number))) {
                ended.add(number);
            }
        }
        return acts.stream()
                .filter(act -> !ended.contains(act.number()))
                .filter(act -> act.change() instanceof Change.Made)
                .toList();
    }

    private static Predicate<DesignationAct> isOwnEarlier(DesignationAct end, int number) {
        return each -> each.number() == number
                && number < end.number()
                && each.actor().equals(end.actor())
                && each.change() instanceof Change.Made;
    }

    /** What it made; an end made none. */
    public Designation designation() {
        if (change instanceof Change.Made made) {
            return new Designation(made.seat(), actor, made.designate(), made.from(), made.to());
        }
        throw new IllegalStateException("made none: " + this);
    }
}
