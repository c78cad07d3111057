package org.obsenv.helper;

import java.util.ArrayList;
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
     * @param hold how long that holds
     */
    record Failed(String what, List<String> lines, Hold hold) implements HeadVerdict {
        private static final int MOST_LINES = 8;
        private static final int LONGEST_LINE = 300;

        public Failed {
            lines = lines.stream()
                    .filter(line -> !line.isBlank())
                    .limit(MOST_LINES)
                    .map(line -> Visible.cut(line.stripTrailing().replace("\t", "    "), LONGEST_LINE))
                    .toList();
        }

        /** With one more line at the end. */
        Failed with(String line) {
            List<String> more = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES - 1)));
            more.add(line);
            return new Failed(what, more, hold);
        }
    }

    /** How long a head that failed is not checked again. */
    enum Hold {
        /** As long as the site's rule is the same. */
        LASTING,
        /** As long as the other packages are at the same, too. */
        BESIDE,
        /** For a while, and only when it fails again for good: the machine may have been busy. */
        UNSURE
    }
}
