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
    void findsEveryEntryWithItsPlaceAndTheRoomBehind() {
        assertThat(parse(ONE + TWO + "\n\n\n\n"))
                .isEqualTo(segment(
                        ONE.length() + TWO.length(),
                        "",
                        new Entry("id: 1\nat: x\n", 0),
                        new Entry("id: 2\n", ONE.length())));
    }

    @Test
    void aSpoiltEndLineCostsThatEntryAndNoOther() {
        String spoilt = "---\nid: 1\nat: x\n..x\n";

        assertThat(parse(TWO + spoilt + TWO))
                .isEqualTo(segment(
                        TWO.length() * 2 + spoilt.length(),
                        "",
                        new Entry("id: 2\n", 0),
                        new Spoilt(spoilt.strip(), TWO.length()),
                        new Entry("id: 2\n", TWO.length() + spoilt.length())));
    }

    @Test
    void aSpoiltStartLineCostsThatEntryAndNoOther() {
        String spoilt = "-x-\nid: 1\nat: x\n...\n";

        assertThat(parse(spoilt + TWO))
                .isEqualTo(segment(
                        spoilt.length() + TWO.length(),
                        "",
                        new Spoilt(spoilt.strip(), 0),
                        new Entry("id: 2\n", spoilt.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n\n", "\0\0\0\0\n", "  \n"})
    void aGapBetweenEntriesIsNothing(String gap) {
        assertThat(parse(ONE + gap + TWO).entries())
                .containsExactly(new Entry("id: 1\nat: x\n", 0), new Entry("id: 2\n", (ONE + gap).length()));
        assertThat(parse(ONE + gap + TWO).parts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---\nid: 3\nat: 2026", "---\nid: 3\n..", "--", "---\nid: 3\n---\nid: 4\n", "-x-\nid: 3\n...\n"})
    void whatFollowsTheLastCompleteEntryIsTorn(String torn) {
        assertThat(parse(ONE + torn + "\n\n"))
                .isEqualTo(segment(ONE.length(), torn.strip(), new Entry("id: 1\nat: x\n", 0)));
    }

    @Test
    void anEmptyEntryIsOne() {
        assertThat(parse("---\n...\n" + TWO).entries())
                .containsExactly(new Entry("", 0), new Entry("id: 2\n", "---\n...\n".length()));
    }

    @Test
    void anEntryThatIsWrittenBehindTheLastIsFoundThereAgain() {
        JournalSegment before = parse(ONE + "---\nid: 3");

        assertThat(before.with(TWO.getBytes(StandardCharsets.US_ASCII))).isEqualTo(parse(ONE + TWO));
    }

    private static JournalSegment segment(int end, String torn, JournalSegment.Part... parts) {
        return new JournalSegment(java.util.List.of(parts), end, torn);
    }

    private static JournalSegment parse(String text) {
        return JournalSegment.parse(text.getBytes(StandardCharsets.US_ASCII));
    }
}
