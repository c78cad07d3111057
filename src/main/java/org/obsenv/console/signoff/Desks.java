package org.obsenv.console.signoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Rules;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.signoff.Step;
import org.obsenv.words.Words;

/** Works out what one person may enter: the verb asks the same rules again at the moment of writing. Pure. */
final class Desks {
    private final SignOffParts parts;
    private final String actor;
    private final Forms forms;
    private final TagOffers tags;

    Desks(SignOffParts parts, Words words, String actor) {
        this.parts = parts;
        this.actor = actor;
        this.forms = new Forms(words);
        this.tags = new TagOffers(parts, words, actor);
    }

    /** @param actable whether the record is genuine and the tag still means the image */
    Desk of(SignOffSight.Seen seen, CandidateReading reading, Standing standing, boolean actable, Instant now) {
        Candidate candidate = reading.candidate();
        Desk.TagOffer tag = reading.isWhole() ? tags.offer(seen, candidate, actable, now) : new Desk.TagOffer.Nothing();
        Optional<Digest> image = candidate.image();
        if (!actable || image.isEmpty()) {
            return Desk.empty(ticks(standing, deed -> false), tag);
        }
        Rules rules =
                new Rules(parts.policy(), DesignationAct.standing(seen.reading().designations()), actor, now);
        May may = deed -> rules.of(candidate, image.get(), deed) instanceof Ruling.Allowed;
        return new Desk(objection(may), steps(standing, may), checks(may), ticks(standing, may), tag);
    }

    /** Whether something would be written. */
    private interface May {
        boolean enter(Deed deed);
    }

    private Optional<Form> objection(May may) {
        return parts.policy().seats().stream()
                .filter(seat -> may.enter(new Deed.Objected(seat.id(), "?")))
                .findFirst()
                .map((Seat seat) -> forms.objection(seat));
    }

    private Map<Step, Form> steps(Standing standing, May may) {
        Map<Step, Form> steps = new HashMap<>();
        for (Standing.Rung rung : standing.rungs()) {
            Step step = rung.step();
            // What is recorded already is out of the way; it is changed by taking it back.
            if (rung.isDone()) {
                continue;
            }
            if (step instanceof Step.Meeting meeting
                    && may.enter(new Deed.MeetingHeld(meeting.id(), true, Optional.empty()))) {
                steps.put(step, forms.meeting(meeting));
            }
            if (step instanceof Step.Ticket && may.enter(new Deed.TicketOpened("?"))) {
                steps.put(step, forms.ticket());
            }
        }
        return steps;
    }

    private Map<Policy.Cell, Form> checks(May may) {
        Map<Policy.Cell, Form> checks = new HashMap<>();
        List<Policy.Cell> cells = parts.policy().cells();
        for (int i = 0; i < cells.size(); i++) {
            if (may.enter(new Deed.Checked(cells.get(i), Deed.CheckResult.PASSED, Optional.empty()))) {
                checks.put(cells.get(i), forms.check(cells.get(i), i + 1));
            }
        }
        return checks;
    }

    private List<Desk.Tick> ticks(Standing standing, May may) {
        List<Desk.Tick> ticks = new ArrayList<>();
        for (String deployment : parts.policy().deployments()) {
            boolean isPulled = standing.pulled().contains(deployment);
            ticks.add(new Desk.Tick(deployment, isPulled, !isPulled && may.enter(new Deed.Pulled(deployment))));
        }
        return ticks;
    }
}
