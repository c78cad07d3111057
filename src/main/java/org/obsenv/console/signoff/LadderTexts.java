package org.obsenv.console.signoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.signoff.Step;
import org.obsenv.domain.signoff.StepState;
import org.obsenv.words.Words;

/** Puts the steps of one candidate's way into words. Pure. */
final class LadderTexts {
    private final Words words;

    LadderTexts(Words words) {
        this.words = words;
    }

    /** @param isOpen whether anything of it is still to be climbed */
    List<LeadPage.Rung> rungs(Standing standing, boolean isOpen, String opening) {
        List<LeadPage.Rung> rungs = new ArrayList<>();
        boolean reached = false;
        for (Standing.Rung each : standing.rungs()) {
            boolean isNext = isOpen && !reached && !each.isDone();
            reached |= isNext;
            rungs.add(new LeadPage.Rung(
                    each.step(), reach(each.state(), isNext), title(each.step()), detail(each, opening)));
        }
        return rungs;
    }

    /** Nothing of it is climbed any more; the first says when it was taken back. */
    List<LeadPage.Rung> rungsOfWithdrawn(Candidate candidate, Standing standing) {
        return standing.rungs().stream()
                .map(each -> new LeadPage.Rung(
                        each.step(),
                        LeadPage.Reach.AHEAD,
                        title(each.step()),
                        each.step() instanceof Step.Proposal
                                ? withdrawal(candidate)
                                        .map(act -> words.text("step.withdrawn", "day", Days.day(act.at())))
                                        .orElse("")
                                : ""))
                .toList();
    }

    /** By whom and when the newest proposal was taken back. */
    static Optional<Act> withdrawal(Candidate candidate) {
        return candidate.acts().reversed().stream()
                .filter(act -> act.deed() instanceof Deed.Withdrew withdrew
                        && candidate
                                .act(withdrew.act())
                                .filter(taken -> taken.deed() instanceof Deed.Proposed)
                                .isPresent())
                .findFirst();
    }

    private static LeadPage.Reach reach(StepState state, boolean isNext) {
        return switch (state) {
            case StepState.Done done -> LeadPage.Reach.DONE;
            case StepState.Against against -> LeadPage.Reach.AGAINST;
            case StepState.Partly partly -> isNext ? LeadPage.Reach.NOW : LeadPage.Reach.AHEAD;
            case StepState.Open open -> isNext ? LeadPage.Reach.NOW : LeadPage.Reach.AHEAD;
        };
    }

    private String title(Step step) {
        return switch (step) {
            case Step.Proposal proposal -> words.text("step.proposal");
            case Step.Meeting(String id, String title) -> title;
            case Step.Checks checks -> words.text("step.checks");
            case Step.Ticket ticket -> words.text("step.ticket");
            case Step.SignOff signOff -> words.text("step.sign-off");
            case Step.Promotion promotion -> words.text("step.promotion");
        };
    }

    private String detail(Standing.Rung rung, String opening) {
        return switch (rung.state()) {
            case StepState.Done(Instant at) -> Days.day(at);
            case StepState.Partly(int there, int wanted) -> words.text("lead.of", "there", there, "wanted", wanted);
            case StepState.Against against -> words.text("step.against");
            case StepState.Open open -> rung.step() instanceof Step.Promotion ? opening : words.text("step.open");
        };
    }
}
