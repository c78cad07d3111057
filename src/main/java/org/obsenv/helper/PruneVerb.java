package org.obsenv.helper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Aim;

/** Takes away what nobody needs any more; without a plan that somebody saw it only says what that would be. */
final class PruneVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Aim.Planned aim = act.request().aim() instanceof Aim.Planned said ? said : Aim.Planned.PREVIEW;
        try (LockFile lock = new BuildAct(act).lock()) {
            requireThere(act, aim.oldClones());
            PrunePlan plan = PrunePlan.of(act, aim.oldClones());
            if (aim.plan().isEmpty()) {
                return new Outcome.Planned(plan.isEmpty() ? Optional.empty() : Optional.of(plan.id()), plan.lines());
            }
            if (!aim.plan().get().equals(plan.id())) {
                throw new RefusedException(
                        Refusal.PLAN_CHANGED, Map.of("saw", aim.plan().get(), "now", plan.id()));
            }
            return new Pruning(act, plan).run();
        }
    }

    private static void requireThere(Act act, List<String> oldClones) throws IOException, RefusedException {
        List<String> there = OldClones.of(act.paths());
        for (String each : oldClones) {
            if (!there.contains(each)) {
                throw new RefusedException(Refusal.CANNOT_PRUNE, Map.of("problem", "there is no old clone " + each));
            }
        }
    }
}
