package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.obsenv.hostile.trace.Fate;
import org.obsenv.hostile.trace.Place;
import org.obsenv.hostile.trace.Rule;

/** Kills a verb where it writes; in the long form at every call, its own and its programs', and those alone, too. */
final class Kills {
    private Kills() {}

    /** In the short form at every rename of its own and at every {@code step}-th of the rest. */
    static void everywhere(String what, Trial trial, int step) {
        everywhere(what, trial, own -> Trial.some(own, step));
    }

    /** In the short form where {@code inShort} says, of what the verb itself writes. */
    static void everywhere(String what, Trial trial, UnaryOperator<List<Place>> inShort) {
        List<Place> own = trial.writes().stream().filter(Place::ofVerb).toList();
        killVerb(what, trial, LongForm.ASKED ? own : inShort.apply(own));
        List<Place> programs =
                trial.writes().stream().filter(place -> !place.ofVerb()).toList();
        if (LongForm.ASKED && !programs.isEmpty()) {
            killVerb(what + ", while its programs write", trial, programs);
            killPrograms(what + ", its programs alone", trial, programs);
        }
    }

    private static void killVerb(String what, Trial trial, List<Place> places) {
        Strikes strikes = new Strikes(trial);
        for (Place each : places) {
            strikes.at(each, "was killed", place -> Rule.once(place, new Fate.VerbDies()), (when, traced) -> assertThat(
                            traced.wasKilled())
                    .as(when)
                    .isTrue());
        }
        strikes.tell(what, "killed", "torn");
    }

    private static void killPrograms(String what, Trial trial, List<Place> places) {
        Strikes strikes = new Strikes(trial);
        for (Place each : places) {
            strikes.at(
                    each, "lost its program", place -> Rule.once(place, new Fate.ProgramDies()), trial::requireTruth);
        }
        strikes.tell(what, "killed", "torn or untrue");
    }
}
