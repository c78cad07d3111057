package org.obsenv.helper;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Aim;

/** Turns a directory of plain clones into the layout; without a plan that somebody saw it only says how. */
final class AdoptVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Aim.Planned aim = act.request().aim() instanceof Aim.Planned said ? said : Aim.Planned.PREVIEW;
        SetBaseVerb.read(act);
        AdoptPlan plan = AdoptPlan.of(act);
        if (aim.plan().isEmpty()) {
            boolean isPossible = plan.problem().isEmpty() && !plan.isDone();
            return new Outcome.Planned(isPossible ? Optional.of(plan.id()) : Optional.empty(), plan.lines());
        }
        require(plan, aim.plan().get());
        LayoutBuild.directories(act.paths());
        BuildAct build = new BuildAct(act);
        try (LockFile lock = build.lock()) {
            // Another adopt may have been at work until now.
            if (plan.isOvertaken(act.paths())) {
                require(AdoptPlan.of(act), aim.plan().get());
            }
            return new Adoption(act, build, plan).run();
        }
    }

    private static void require(AdoptPlan plan, String saw) throws RefusedException {
        if (plan.problem().isPresent()) {
            throw new RefusedException(
                    Refusal.CANNOT_ADOPT, Map.of("problem", plan.problem().get()));
        }
        if (!plan.id().equals(saw)) {
            throw new RefusedException(Refusal.PLAN_CHANGED, Map.of("saw", saw, "now", plan.id()));
        }
    }

    /** Once everything is written: no more room is needed, and what was made beside the clones is there. */
    static void requireStill(AdoptPlan plan, String saw) throws RefusedException {
        if (!plan.id().equals(saw)) {
            throw new RefusedException(Refusal.CLONES_CHANGED, Map.of("saw", saw, "now", plan.id()));
        }
    }
}
