package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Sample;
import org.obsenv.console.journal.JournalViewModel;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.reading.SwitchSighting;
import org.obsenv.console.support.Mark;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.words.Words;

class HealthsTest {
    private final Healths healths = new Healths(Words.of("console"), "obs1");

    @Test
    void clonesThatAreOnlyWatchedAskForNoPermissionAndHaveNoJournal() {
        Permission denied = new Permission.Denied("only watched");
        Sight watched = new Sight.Seen(current(new SwitchState.WatchOnly()));
        assertThat(healths.permission(denied, watched))
                .isEqualTo(new Health(Mark.Shape.NONE, "Plain clones, watched only", ""));
        assertThat(healths.journal(new JournalViewModel.Access.Yes(), watched))
                .isEqualTo(new Health(Mark.Shape.NONE, "Plain clones have no journal", ""));
        Sight held = new Sight.Seen(Sample.held(Sample.NOW));
        assertThat(healths.permission(denied, held))
                .isEqualTo(new Health(Mark.Shape.DIVERGED, "Roll back not permitted for obs1", "only watched"));
        assertThat(healths.journal(new JournalViewModel.Access.Yes(), held))
                .isEqualTo(new Health(Mark.Shape.GOOD, "Journal readable", ""));
    }

    @Test
    void theReadingsLampTellsWhenThisWorkstationSawTheLastSwitch() {
        SwitchState before = Sample.following(Sample.NOW).current();
        SwitchState after =
                new SwitchState.Following(Sample.DEPLOY, new SwitchToken("deploy", 4712, Sample.NOW.minusSeconds(4)));
        SwitchSighting sighting = new SwitchSighting.None().after(before, Sample.NOW);
        assertThat(hint(sighting))
                .isEqualTo("The last switch was at 2026-11-20 22:05:17 UTC, before this window opened.");
        sighting = sighting.after(before, Sample.NOW.minusSeconds(2)).after(after, Sample.NOW);
        assertThat(hint(sighting))
                .isEqualTo("This workstation saw the last switch at 2026-11-21 03:12:44 UTC, 4 s after it.");
        assertThat(hint(sighting.after(new SwitchState.Unknown("gone"), Sample.NOW.plusSeconds(9))
                        .after(after, Sample.NOW.plusSeconds(12))))
                .isEqualTo(hint(sighting));
        // The server's clock is ahead.
        SwitchState ahead =
                new SwitchState.Following(Sample.DEPLOY, new SwitchToken("deploy", 4713, Sample.NOW.plusSeconds(4)));
        assertThat(hint(sighting.after(ahead, Sample.NOW)))
                .isEqualTo("This workstation saw the last switch at 2026-11-21 03:12:44 UTC.");
    }

    private String hint(SwitchSighting sighting) {
        return healths.reading(new Sight.Seen(Sample.following(Sample.NOW)), sighting)
                .hint();
    }

    private static EnvironmentReading current(SwitchState current) {
        EnvironmentReading other = Sample.following(Sample.NOW);
        return new EnvironmentReading(
                other.site(),
                other.readAt(),
                current,
                other.base(),
                other.rollbackMoves(),
                other.lastSync(),
                other.reviewed(),
                other.cycle(),
                List.of(),
                List.of());
    }
}
