package org.obsenv.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.layout.JournalSegment.Entry;
import org.obsenv.layout.JournalSegment.Spoilt;

class JournalSegmentTest {
    private static final String ONE = "---\nid: 1\nat: x\n...\n";
    private static final String TWO = "---\nid: 2\n...\n";

    @Test
    void findsEveryEntryWithItsLineAndTheRoomBehind() {
        assertThat(parse(ONE + TWO + "\n\n\n\n"))
                .isEqualTo(segment(
                        ONE.length() + TWO.length(), "", new Entry("id: 1\nat: x\n", 1), new Entry("id: 2\n", 5)));
    }

    @Test
    void aSpoiltEndLineCostsThatEntryAndNoOther() {
        String spoilt = "---\nid: 1\nat: x\n..x\n";

        assertThat(parse(TWO + spoilt + TWO))
                .isEqualTo(segment(
                        TWO.length() * 2 + spoilt.length(),
                        "",
                        new Entry("id: 2\n", 1),
                        new Spoilt(spoilt.strip(), 4),
                        new Entry("id: 2\n", 8)));
    }

    @Test
    void aSpoiltStartLineCostsThatEntryAndNoOther() {
        String spoilt = "-x-\nid: 1\nat: x\n...\n";

        assertThat(parse(spoilt + TWO))
                .isEqualTo(segment(
                        spoilt.length() + TWO.length(), "", new Spoilt(spoilt.strip(), 1), new Entry("id: 2\n", 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n\n", "\0\0\0\0\n", "  \n"})
    void aGapBetweenEntriesIsNothing(String gap) {
        assertThat(parse(ONE + gap + TWO).entries())
                .containsExactly(
                        new Entry("id: 1\nat: x\n", 1),
                        new Entry(
                                "id: 2\n",
                                5
                                        + (int) gap.chars()
                                                .filter(each -> each == '\n')
                                                .count()));
        assertThat(parse(ONE + gap + TWO).parts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---\nid: 3\nat: 2026", "---\nid: 3\n..", "--", "---\nid: 3\n---\nid: 4\n", "-x-\nid: 3\n...\n"})
    void whatFollowsTheLastCompleteEntryIsTorn(String torn) {
        assertThat(parse(ONE + torn + "\n\n"))
                .isEqualTo(segment(ONE.length(), torn.strip(), new Entry("id: 1\nat: x\n", 1)));
    }

    @Test
    void anEmptyEntryIsOne() {
        assertThat(parse("---\n...\n" + TWO).entries()).containsExactly(new Entry("", 1), new Entry("id: 2\n", 3));
    }

    private static JournalSegment segment(int end, String torn, JournalSegment.Part... parts) {
        return new JournalSegment(java.util.List.of(parts), end, torn);
    }

    private static JournalSegment parse(String text) {
        return JournalSegment.parse(text.getBytes(StandardCharsets.US_ASCII));
    }
}
