package org.obsenv.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class WordMarksTest {
    private static List<List<String>> marks(String before, String after) {
        WordMarks marks = WordMarks.of(before, after, WhiteSpace.SHOWN);
        return List.of(
                marks.before().stream()
                        .map(each -> before.substring(each.begin(), each.end()))
                        .toList(),
                marks.after().stream()
                        .map(each -> after.substring(each.begin(), each.end()))
                        .toList());
    }

    @Test
    void namesAreMarkedWhole() {
        assertThat(marks("timeout=self.cmd_timeout", "timeout=self.handshake_timeout"))
                .containsExactly(List.of("cmd_timeout"), List.of("handshake_timeout"));
    }

    @Test
    void neighboursAreOneMarkWithWhatIsWhiteBetween() {
        assertThat(marks("return a + b * c", "return a - d * c")).containsExactly(List.of("+ b"), List.of("- d"));
        assertThat(marks("call(x)", "call(x, y)")).containsExactly(List.of(), List.of(", y"));
    }

    @Test
    void aChangedIndentationIsMarkedUnlessWhiteSpaceIsIgnored() {
        assertThat(marks("  pass", "    pass")).containsExactly(List.of("  "), List.of("    "));
        assertThat(WordMarks.of("  a b", "    a  c", WhiteSpace.IGNORED))
                .isEqualTo(new WordMarks(List.of(new Span(4, 5)), List.of(new Span(7, 8))));
    }

    @Test
    void linesWithLittleInCommonHaveNone() {
        assertThat(WordMarks.of("import numpy as np", "def run(self):", WhiteSpace.SHOWN))
                .isEqualTo(WordMarks.NONE);
    }

    @Test
    void signsBeyondTheFirstPlaneAreNotTornApart() {
        assertThat(marks("say 😀 now", "say 😁 now")).containsExactly(List.of("😀"), List.of("😁"));
        assertThat(WordMarks.of("a\ud83d", "a\ud83db", WhiteSpace.SHOWN).after())
                .isNotEmpty();
    }

    @Test
    void aVeryLongLineIsNotLookedInto() {
        String line = "word ".repeat(WordMarks.LONGEST / 5 + 1);
        assertThat(WordMarks.of(line, line + "x", WhiteSpace.SHOWN)).isEqualTo(WordMarks.NONE);
    }
}
