package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Sample;
import org.obsenv.console.journal.JournalViewModel;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.Mark;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
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
