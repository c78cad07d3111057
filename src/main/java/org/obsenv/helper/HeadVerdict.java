package org.obsenv.helper;

import java.util.List;
import org.obsenv.words.Visible;

/** What the check says of a head. */
sealed interface HeadVerdict {
    /** It may become part of a generation. */
    record Passed() implements HeadVerdict {}

    /**
     * It stays out.
     *
     * @param what in a few words, such as "does not compile"
     * @param lines the first lines of the reason
     * @param isLasting whether it is so whatever the other packages are at
     */
    record Failed(String what, List<String> lines, boolean isLasting) implements HeadVerdict {
        private static final int MOST_LINES = 8;
        private static final int LONGEST_LINE = 300;

        public Failed {
            lines = lines.stream()
                    .filter(line -> !line.isBlank())
                    .limit(MOST_LINES)
                    .map(line -> Visible.cut(line.stripTrailing().replace("\t", "    "), LONGEST_LINE))
                    .toList();
        }
    }
}
