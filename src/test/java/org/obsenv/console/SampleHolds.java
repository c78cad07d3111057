package org.obsenv.console;

import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.SwitchState;

/** Holds that are meant to end. */
public final class SampleHolds {
    private SampleHolds() {}

    /** A test on sky is held that is meant to end then. */
    public static EnvironmentReading testing(Instant now, Instant until) {
        EnvironmentReading base = Sample.held(now);
        SwitchState.Held held = (SwitchState.Held) base.current();
        return new EnvironmentReading(
                base.site(),
                base.readAt(),
                new SwitchState.Held(
                        held.generation(),
                        held.token(),
                        held.by().map(each -> untilThen(each, until)),
                        held.resuming()),
                base.base(),
                base.rollbackMoves(),
                base.lastSync(),
                base.reviewed(),
                base.cycle(),
                base.packages(),
                base.problems());
    }

    private static JournalEntry untilThen(JournalEntry act, Instant until) {
        return new JournalEntry(
                act.id(),
                act.at(),
                "deploy",
                "maint1",
                act.initials(),
                act.host(),
                act.from(),
                act.to(),
                act.movedCount(),
                act.moved(),
                Optional.of("DM-51100 on sky"),
                act.took(),
                act.outcome(),
                act.note(),
                Optional.of(until));
    }
}
