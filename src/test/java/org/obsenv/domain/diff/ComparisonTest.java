package org.obsenv.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ComparisonTest {
    private static final long SEED = Long.getLong("obsenv.seed", 20_261_122L);

    /** The new text again, from the old one and the edits. */
    static String applied(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (int i = 0; i < comparison.edits().size(); i++) {
            Edit edit = comparison.edits().get(i);
            line = copy(text, comparison.before(), line, edit.beginA());
            copy(text, comparison.after(), edit.beginB(), edit.endB());
            line = edit.endA();
        }
        copy(text, comparison.before(), line, comparison.before().lines());
        return text.toString();
    }

    private static int copy(StringBuilder text, FileText from, int begin, int end) {
        for (int i = begin; i < end; i++) {
            text.append(from.line(i)).append(from.isEnded(i) ? "\n" : "");
        }
        return end;
    }

    @Test
    void theEditsMakeTheNewTextOfTheOldOneWhateverTheTexts() {
        for (long seed = SEED; seed < SEED + 4000; seed++) {
            Random random = new Random(seed);
            int kinds = 1 + random.nextInt(12);
            String before = text(random, kinds);
            String after = random.nextInt(4) == 0 ? text(random, kinds) : changed(random, before, kinds);
            long work = random.nextInt(5) == 0 ? random.nextInt(200) : LineDiff.WORK;
            Comparison comparison = Comparison.of(FileText.of(before), FileText.of(after), WhiteSpace.SHOWN, work);
            assertThat(applied(comparison)).as("seed %d", seed).isEqualTo(after);
            assertThat(lengths(comparison))
                    .as("seed %d: no edit touches the next", seed)
                    .isTrue();
            if (work == LineDiff.WORK) {
                assertThat(comparison.isCoarse()).isFalse();
            }
        }
    }

    private static boolean lengths(Comparison comparison) {
        for (int i = 0; i + 1 < comparison.edits().size(); i++) {
            Edit edit = comparison.edits().get(i);
            if (edit.endA() >= comparison.edits().get(i + 1).beginA() || edit.removed() + edit.added() == 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(Random random, int kinds) {
        String text = random.ints(random.nextInt(40), 0, kinds)
                .mapToObj(i -> " ".repeat(i % 3) + i + "\n")
                .collect(Collectors.joining());
        return random.nextInt(3) == 0 && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
    }

    private static String changed(Random random, String text, int kinds) {
        StringBuilder changed = new StringBuilder();
        for (String line : text.splitWithDelimiters("\n", 0)) {
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> changed.append(random.nextInt(kinds)).append('\n').append(line);
                default -> changed.append(line);
            }
        }
        return changed.toString();
    }
}
