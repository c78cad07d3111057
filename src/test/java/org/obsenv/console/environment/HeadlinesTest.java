package org.obsenv.console.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Sample;
import org.obsenv.console.reading.Sight;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.PackageReading;
import org.obsenv.words.Words;

class HeadlinesTest {
    private final Headlines headlines = new Headlines(Words.of("console"));

    private Headline of(Sight sight) {
        return headlines.headline(sight, Sample.NOW);
    }

    @Test
    void saysHowManyDifferAndWhy() {
        assertThat(of(new Sight.Seen(Sample.following(Sample.NOW))))
                .isEqualTo(new Headline(
                        Headline.Mood.DIFFERS,
                        "3 of 16 packages differ from base",
                        "Auto-pull on · last sync 14 s ago · base reviewed 5 h ago by maint1 · cycle c0044.007"));
    }

    @Test
    void heldAtBaseNamesWhenItWasVerified() {
        assertThat(of(new Sight.Seen(Sample.held(Sample.NOW))))
                .isEqualTo(new Headline(
                        Headline.Mood.GOOD,
                        "At base, held",
                        "16 of 16 at base, verified 03:12:42 UTC · base reviewed 5 h ago by maint1"
                                + " · cycle c0044.007"));
    }

    @Test
    void atBaseWhileFollowingIsNotHeld() {
        assertThat(of(new Sight.Seen(Sample.followingAtBase(Sample.NOW))).verdict())
                .isEqualTo("All 16 packages at base");
    }

    @Test
    void anUnknownPackageIsNeverGood() {
        Headline headline = of(new Sight.Seen(Sample.oneUnknown(Sample.NOW)));
        assertThat(headline.mood()).isEqualTo(Headline.Mood.UNKNOWN);
        assertThat(headline.verdict()).isEqualTo("1 of 16 packages unknown, 3 differ from base");
    }

    @Test
    void oneThatDiffersDiffers() {
        EnvironmentReading three = Sample.oneUnknown(Sample.NOW);
        List<PackageReading> packages = List.of(
                three.packages().get(0),
                three.packages().get(4),
                three.packages().get(5));
        EnvironmentReading one = new EnvironmentReading(
                three.site(),
                three.readAt(),
                three.current(),
                three.base(),
                three.rollbackMoves(),
                three.lastSync(),
                three.reviewed(),
                three.cycle(),
                packages,
                three.problems());
        assertThat(of(new Sight.Seen(one)).verdict()).isEqualTo("1 of 3 packages unknown, 1 differs from base");
    }

    @Test
    void anUnreadableEnvironmentIsUnknownSinceItWasLastKnown() {
        assertThat(of(new Sight.Blind(Sample.unreadable(Sample.NOW), Sample.NOW.minusSeconds(640))))
                .isEqualTo(
                        new Headline(Headline.Mood.UNKNOWN, "Unknown since 03:02", "/opt/obs_env: Stale file handle"));
    }

    @Test
    void beforeTheFirstLookNothingIsClaimed() {
        assertThat(of(new Sight.NotYet()).mood()).isEqualTo(Headline.Mood.WAITING);
    }
}
