package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.obsenv.hostile.trace.Place;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.hostile.trace.Traced;

/** Counts strikes at many places. One that does not come out well is counted too, and told when all are done. */
final class Strikes {
    /** How often a place may be missed: a program may write what it got through a pipe in another number of pieces. */
    private static final int TRIES = 3;

    private final Trial trial;
    private final List<String> wrong = new ArrayList<>();
    private final List<Place> missed = new ArrayList<>();
    private int hit;
    private final Set<String> outliving = new TreeSet<>();

    Strikes(Trial trial) {
        this.trial = trial;
    }

    interface Check {
        void check(String when, Traced traced);
    }

    /** Strikes at that place and looks at what is left. */
    void at(Place place, String how, Function<Place, Rule> rule, Check check) {
        for (int i = 0; i < TRIES; i++) {
            Traced traced = trial.run(rule.apply(place));
            if (traced.struck().contains(place)) {
                hit++;
                traced.afterDeath().forEach(each -> outliving.add(each.program()));
                look(
                        "after " + trial.verb().written() + " " + how + " at " + place + ": " + traced.output(),
                        check,
                        traced);
                return;
            }
        }
        missed.add(place);
    }

    private void look(String when, Check check, Traced traced) {
        try {
            check.check(when, traced);
            trial.requireSound(when);
        } catch (AssertionError e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
    }

    /** Prints the counts, such as {@code sync: 49 of 49 killed, 0 torn}; a miss or a wrong ending fails the test. */
    void tell(String what, String done, String notWell) {
        System.out.printf(
                "%s: %d of %d %s, %d %s%s%n",
                what,
                hit,
                hit + missed.size(),
                done,
                wrong.size(),
                notWell,
                outliving.isEmpty() ? "" : "; the verb was outlived by " + outliving);
        assertThat(wrong).as(notWell).isEmpty();
        assertThat(missed).as("never came to").isEmpty();
        assertThat(hit).as(what).isPositive();
    }
}
