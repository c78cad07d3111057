package org.obsenv.console.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;

class EnvironmentViewModelTest extends OnFeed {
    private final EnvironmentViewModel model = new EnvironmentViewModel(feed, time, words);

    EnvironmentViewModelTest() {
        super(Sample::oneUnknown);
    }

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
