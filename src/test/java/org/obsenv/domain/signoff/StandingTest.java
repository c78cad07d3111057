package org.obsenv.domain.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Deed.CheckResult;
import org.obsenv.domain.signoff.Policy.Cell;

class StandingTest {
    private static final Instant START = Instant.parse("2026-11-13T12:00:00Z");
    private static final Digest IMAGE = new Digest("sha256:" + "9f".repeat(32));
    private static final Digest OTHER = new Digest("sha256:" + "07".repeat(32));
    private static final Step.Meeting RSP = new Step.Meeting("rsp", "RSP operations");
    private static final Seat PLATFORM = new Seat("platform", "Science Platform lead", List.of("lead1"), List.of());
    private static final Seat OWNER = new Seat(
            "owner",
            "Science Platform product owner",
            List.of("lead3"),
            List.of(new Seat.Alternate("Data engineer", List.of("lead7"))));
    private static final Cell TUTORIALS_INT = new Cell("tutorial-notebooks", "data-int");
    private static final Cell TUTORIALS_SUMMIT = new Cell("tutorial-notebooks", "summit");

    private final List<Act> acts = new ArrayList<>();

    @Test
    void climbsTheLadderToThePromotion() {
        assertThat(states()).containsExactly(open(), open(), open(), open(), open(), open());

        agreeOnEverything();

        assertThat(states()).containsExactly(done(1), done(2), done(4), done(5), done(7), open());
        assertThat(standing().isAgreed()).isTrue();
        assertThat(standing().isPromoted()).isFalse();

        act("maint1", new Deed.Promoted("recommended", Optional.of(OTHER)));

        assertThat(standing().isPromoted()).isTrue();
        assertThat(standing().next()).isEmpty();
    }

    @Test
    void anEmptyCellIsNoPass() {
        act("owner1", passed(TUTORIALS_INT));

        assertThat(state(new Step.Checks())).isEqualTo(new StepState.Partly(1, 2));
        assertThat(standing().checks().get(TUTORIALS_SUMMIT)).isEqualTo(new CellState.Missing());
    }

    @Test
    void aCheckThatFailsLaterReopensItsGate() {
        agreeOnEverything();

        act("owner1", new Deed.Checked(TUTORIALS_INT, CheckResult.FAILED, Optional.empty()));

        assertThat(state(new Step.Checks())).isEqualTo(new StepState.Against());
        assertThat(standing().isAgreed()).isFalse();

        act("owner1", passed(TUTORIALS_INT));

        assertThat(standing().isAgreed()).isTrue();
    }

    @Test
    void whenTheTagMovesWhatWasAgreedIsStruckAndCountsNoMore() {
        agreeOnEverything();

        Standing moved = standing(OTHER, now());

        assertThat(moved.seats().get(PLATFORM)).isEqualTo(new SeatState.Struck(acts.get(5)));
        assertThat(moved.signed()).isZero();
        assertThat(moved.checks().values()).containsOnly(new CellState.Missing());
        assertThat(moved.pulled()).isEmpty();
        assertThat(moved.isAgreed()).isFalse();
        assertThat(moved.rungs().stream().filter(Standing.Rung::isDone).map(Standing.Rung::step))
                .containsExactly(new Step.Proposal(), new Step.Ticket());
    }

    @Test
    void anAcknowledgementOfTheImageThatCameBackCountsAgain() {
        act("lead1", signed(PLATFORM));
        acts.add(new Act(2, now(), "lead1", OTHER, signed(PLATFORM)));

        assertThat(standing(OTHER, now()).seats().get(PLATFORM)).isInstanceOf(SeatState.Signed.class);
        assertThat(standing().seats().get(PLATFORM)).isEqualTo(new SeatState.Signed(acts.get(0), signed(PLATFORM)));
    }

    @Test
    void anObjectionBlocksUntilItIsWithdrawn() {
        agreeOnEverything();
        act("lead1", new Deed.Objected("platform", "tutorials crash"));
        int objection = acts.size();

        assertThat(state(new Step.SignOff())).isEqualTo(new StepState.Against());
        assertThat(standing().seats().get(PLATFORM))
                .isEqualTo(new SeatState.Objecting(acts.get(objection - 1), "tutorials crash"));

        act("lead1", signed(PLATFORM));
        assertThat(state(new Step.SignOff())).isEqualTo(new StepState.Against());

        act("lead1", new Deed.Withdrew(objection, Optional.empty()));
        assertThat(standing().isAgreed()).isTrue();
    }

    @Test
    void nobodyWithdrawsWhatSomebodyElseDid() {
        act("lead1", signed(PLATFORM));
        act("lead3", new Deed.Withdrew(1, Optional.empty()));

        assertThat(standing().signed()).isEqualTo(1);

        act("lead1", new Deed.Withdrew(1, Optional.empty()));
        assertThat(standing().seats().get(PLATFORM)).isInstanceOf(SeatState.Waiting.class);
    }

    @Test
    void anAcknowledgementLastsAsLongAsThePolicySays() {
        act("lead1", signed(PLATFORM));
        Instant end = acts.getFirst().at().plus(Duration.ofDays(30));

        assertThat(standing(IMAGE, end.minusMillis(1)).signed()).isEqualTo(1);
        assertThat(standing(IMAGE, end).seats().get(PLATFORM)).isEqualTo(new SeatState.Expired(acts.getFirst(), end));
    }

    @Test
    void aSeatWaitsSinceTheStepBeforeTheSignOffWasDone() {
        act("maint1", new Deed.Proposed("new middleware", Optional.empty()));
        assertThat(standing().seats().get(PLATFORM))
                .isEqualTo(new SeatState.Waiting(acts.getFirst().at()));

        act("maint1", new Deed.TicketOpened("DM-51902"));
        assertThat(standing().seats().get(PLATFORM))
                .isEqualTo(new SeatState.Waiting(acts.getLast().at()));
    }

    @Test
    void aMeetingThatDidNotAgreeSpeaksAgainst() {
        act("maint1", new Deed.MeetingHeld("rsp", false, Optional.of("wait for DP2")));
        assertThat(state(RSP)).isEqualTo(new StepState.Against());

        act("maint1", new Deed.MeetingHeld("rsp", true, Optional.empty()));
        assertThat(state(RSP)).isEqualTo(done(2));
    }

    @Test
    void whoMaySignInASeat() {
        Designation dated = new Designation("owner", "lead3", "lead4", START, START.plus(Duration.ofDays(2)));

        assertThat(entitled("lead3", dated, START)).isEqualTo(new Entitlement.Own());
        assertThat(entitled("lead7", dated, START)).isEqualTo(new Entitlement.Own());
        assertThat(entitled("lead4", dated, START)).isEqualTo(new Entitlement.Designated("lead3"));
        assertThat(entitled("lead4", dated, START.minusMillis(1))).isEqualTo(new Entitlement.None());
        assertThat(entitled("lead4", dated, START.plus(Duration.ofDays(2)))).isEqualTo(new Entitlement.None());
        assertThat(entitled("lead1", dated, START)).isEqualTo(new Entitlement.None());
        assertThat(entitled("lead4", new Designation("owner", "lead1", "lead4", START, START.plusSeconds(9)), START))
                .as("by somebody whose seat it is not")
                .isEqualTo(new Entitlement.None());
    }

    private static Entitlement entitled(String account, Designation designation, Instant at) {
        return Entitlement.of(OWNER, List.of(designation), account, at);
    }

    /** Seven acts: proposal, meeting, two checks, ticket, two acknowledgements. */
    private void agreeOnEverything() {
        act("maint1", new Deed.Proposed("new middleware", Optional.of("w_2026_38")));
        act("maint1", new Deed.MeetingHeld("rsp", true, Optional.empty()));
        act("owner1", passed(TUTORIALS_INT));
        act("owner1", passed(TUTORIALS_SUMMIT));
        act("maint1", new Deed.TicketOpened("DM-51902"));
        act("lead1", signed(PLATFORM));
        act("lead7", signed(OWNER));
    }

    private static Deed.Checked passed(Cell cell) {
        return new Deed.Checked(cell, CheckResult.PASSED, Optional.empty());
    }

    private static Deed.Acknowledged signed(Seat seat) {
        return new Deed.Acknowledged(seat.id(), Optional.empty(), Optional.empty());
    }

    private void act(String actor, Deed deed) {
        int number = acts.size() + 1;
        acts.add(new Act(number, START.plus(Duration.ofHours(number)), actor, IMAGE, deed));
    }

    private Instant now() {
        return START.plus(Duration.ofDays(5));
    }

    private static StepState done(int act) {
        return new StepState.Done(START.plus(Duration.ofHours(act)));
    }

    private static StepState open() {
        return new StepState.Open();
    }

    private List<StepState> states() {
        return standing().rungs().stream().map(Standing.Rung::state).toList();
    }

    private StepState state(Step step) {
        return standing().rungs().stream()
                .filter(each -> each.step().equals(step))
                .map(Standing.Rung::state)
                .findFirst()
                .orElseThrow();
    }

    private Standing standing() {
        return standing(IMAGE, now());
    }

    private Standing standing(Digest digest, Instant now) {
        Policy policy = new Policy(
                List.of(
                        new Step.Proposal(),
                        RSP,
                        new Step.Checks(),
                        new Step.Ticket(),
                        new Step.SignOff(),
                        new Step.Promotion()),
                List.of(PLATFORM, OWNER),
                List.of("data-int", "summit"),
                List.of(new Policy.Repository("tutorial-notebooks", List.of("owner1"), List.of("data-int", "summit"))),
                true,
                Policy.OpenChecks.WARN,
                Optional.of(Duration.ofDays(30)),
                List.of());
        return Standing.of(policy, new Candidate("w_2026_45", ImageTag.parse("w_2026_45"), acts), digest, now);
    }
}
