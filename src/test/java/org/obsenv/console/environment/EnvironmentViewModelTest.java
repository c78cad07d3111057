package org.obsenv.console.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.obsenv.console.ManualTime;
import org.obsenv.console.RecordingPorts;
import org.obsenv.console.SameThreadRunner;
import org.obsenv.console.Sample;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.words.Words;

class EnvironmentViewModelTest {
    private final ManualTime time = new ManualTime(Sample.NOW);
    private final RecordingPorts ports = new RecordingPorts(() -> Sample.oneUnknown(time.instant()));
    private final ReadingFeed feed = new ReadingFeed(
            ports,
            new SameThreadRunner(),
            time,
            time,
            Words.of("console"),
            "Summit",
            Sample.site(Duration.ZERO).packageNames(),
            Duration.ofSeconds(2));
    private final EnvironmentViewModel model = new EnvironmentViewModel(feed, time, Words.of("console"));

    @Test
    void theDetailThatOpensByItselfIsOfAPackageThatHasSomethingToShow() {
        feed.start();
        assertThat(model.rows().getFirst().state()).isEqualTo(DriftState.UNKNOWN);
        model.chooseWorst();
        assertThat(model.chosenProperty().get()).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(DriftState.DIVERGED);
            assertThat(row.name()).isEqualTo("summit_utils");
        });
    }

    @Test
    void whereNothingIsKnownNoDetailOpens() {
        ports.reading = () -> Sample.unreadable(time.instant());
        feed.start();
        model.chooseWorst();
        assertThat(model.chosenProperty().get()).isEmpty();
    }
}
