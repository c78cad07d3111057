package org.obsenv.domain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/** An alarm is raised once by a cause, and stays until somebody acknowledged it. */
@Execution(ExecutionMode.CONCURRENT)
class AlarmsTest {
    private static final Instant T1 = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant T2 = T1.plusSeconds(60);
    private static final Instant T3 = T1.plusSeconds(120);
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final Cause ONE = ticket("1");
    private static final Cause OTHER = ticket("2");
    private static final Acknowledgement ANA =
            new Acknowledgement(T3, "ana", Optional.of("AB"), "DM-51100 takes it there");

    private static Cause ticket(String digit) {
        return new Cause.OfCommit(Cause.Kind.NO_TICKET, WEP, new CommitId(digit.repeat(40)));
    }

    private static Findings found(Cause... holding) {
        return new Findings(
                Arrays.stream(holding).collect(Collectors.toSet()),
                Set.of(new Findings.Place(Cause.Kind.NO_TICKET, Optional.of(WEP))));
    }

    @Test
    void isRaisedOnceHoweverOftenItIsFound() {
        Alarms first = Alarms.NONE.after(found(ONE), T1);

        assertThat(first).isEqualTo(new Alarms(1, List.of(new Alarm(ONE, T1, Optional.empty(), Optional.empty()))));
        assertThat(first.raisedSince(Alarms.NONE)).isEqualTo(first.all());
        assertThat(first.after(found(ONE), T2)).isSameAs(first);
    }

    @Test
    void staysWhenItsCauseHasGoneUntilItIsAcknowledged() {
        Alarms gone = Alarms.NONE.after(found(ONE), T1).after(found(), T2);

        assertThat(gone.open()).containsExactly(new Alarm(ONE, T1, Optional.of(T2), Optional.empty()));
        assertThat(gone.after(found(), T3)).isSameAs(gone);
        assertThat(gone.acknowledged(gone.all().getFirst(), ANA).all()).isEmpty();
    }

    @Test
    void thatItsCauseIsBackIsTheSameAlarm() {
        Alarms back = Alarms.NONE.after(found(ONE), T1).after(found(), T2).after(found(ONE), T3);

        assertThat(back.open()).containsExactly(new Alarm(ONE, T1, Optional.empty(), Optional.empty()));
    }

    @Test
    void whatWasAcknowledgedIsNotRaisedByTheSameCauseAndIsByAnother() {
        Alarms first = Alarms.NONE.after(found(ONE), T1);
        Alarms done = first.acknowledged(first.all().getFirst(), ANA);
        assertThat(done.open()).isEmpty();
        assertThat(done.after(found(ONE), T3)).isSameAs(done);

        Alarms next = done.after(found(ONE, OTHER), T3);

        assertThat(next.raisedSince(done)).containsExactly(new Alarm(OTHER, T3, Optional.empty(), Optional.empty()));
        assertThat(next.all())
                .containsExactlyInAnyOrder(
                        new Alarm(ONE, T1, Optional.empty(), Optional.of(ANA)),
                        new Alarm(OTHER, T3, Optional.empty(), Optional.empty()));
    }

    /** Gone and acknowledged it is over: should it come back it is news. */
    @Test
    void whatWasAcknowledgedIsRaisedAgainOnceItHadGone() {
        Alarms first = Alarms.NONE.after(found(ONE), T1);
        Alarms over = first.acknowledged(first.all().getFirst(), ANA).after(found(), T3);

        assertThat(over.all()).isEmpty();
        assertThat(over.after(found(ONE), T3).open()).hasSize(1);
    }

    @Test
    void whatCouldNotBeLookedAtIsAsItWas() {
        Alarms first = Alarms.NONE.after(found(ONE), T1);

        assertThat(first.after(new Findings(Set.of(), Set.of()), T2)).isSameAs(first);
    }

    @Test
    void theIdTellsCausesApart() {
        assertThat(Set.of(
                        ONE.id(),
                        OTHER.id(),
                        new Cause.OfCommit(Cause.Kind.PIN_OLD, WEP, new CommitId("1".repeat(40))).id(),
                        new Cause.OfCommit(Cause.Kind.NO_TICKET, new PackageName("cwfs"), new CommitId("1".repeat(40)))
                                .id()))
                .hasSize(4)
                .allMatch(id -> id.matches("[0-9a-f]{12}"));
    }
}
