package org.obsenv.console.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.domain.EnvironmentReading;

class EnvironmentViewModelTest extends OnFeed {
    @Override
    protected EnvironmentReading atFirst() {
        return Sample.oneUnknown(time.instant());
    }

    private final EnvironmentViewModel model = new EnvironmentViewModel(feed, time, words);

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
