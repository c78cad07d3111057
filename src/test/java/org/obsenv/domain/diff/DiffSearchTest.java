package org.obsenv.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DiffSearchTest {
    private static final Comparison COMPARISON = Comparison.of(
            FileText.of("Head\na timeout\nold timeout, Timeout\nend\n"),
            FileText.of("Head\na timeout\nnew TIMEOUT\nend\ntimeout\n"),
            WhiteSpace.SHOWN);

    @Test
    void findsInTheNewTextAndInWhatIsGoneInTheOrderOfTheRows() {
        assertThat(DiffSearch.of(COMPARISON, "timeout", 100))
                .isEqualTo(new DiffSearch(
                        List.of(
                                new DiffSearch.Hit(-1, 1, new Span(2, 9)),
                                new DiffSearch.Hit(2, -1, new Span(4, 11)),
                                new DiffSearch.Hit(2, -1, new Span(13, 20)),
                                new DiffSearch.Hit(-1, 2, new Span(4, 11)),
                                new DiffSearch.Hit(-1, 4, new Span(0, 7))),
                        true));
    }

    @Test
    void aCapitalMeansExactlyThat() {
        assertThat(DiffSearch.of(COMPARISON, "Timeout", 100).hits())
                .containsExactly(new DiffSearch.Hit(2, -1, new Span(13, 20)));
    }

    @Test
    void moreThanAreWantedAreNotLookedForAndThatIsKnown() {
        assertThat(DiffSearch.of(COMPARISON, "timeout", 2).hits()).hasSize(2);
        assertThat(DiffSearch.of(COMPARISON, "timeout", 2).isWhole()).isFalse();
        assertThat(DiffSearch.of(COMPARISON, "", 2)).isEqualTo(DiffSearch.NOTHING);
        assertThat(DiffSearch.of(COMPARISON, "nowhere", 2)).isEqualTo(DiffSearch.NOTHING);
    }
}
