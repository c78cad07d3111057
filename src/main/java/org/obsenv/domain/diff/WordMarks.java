package org.obsenv.domain.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which words of a line were changed, when one line took the place of another. Two lines that have little in common get
 * none: all of both changed.
 *
 * @param before the parts of the old line that are gone, in order
 * @param after the parts of the new line that are new, in order
 */
public record WordMarks(List<Span> before, List<Span> after) {
    /** No word in particular. */
    public static final WordMarks NONE = new WordMarks(List.of(), List.of());

    /** Lines of more characters than this are not looked into. */
    static final int LONGEST = 2_000;

    /** At least this share of the longer line's characters must have stayed. */
    private static final double LEAST_KEPT = 0.3;

    public WordMarks {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    public static WordMarks of(String before, String after, WhiteSpace white) {
        if (before.length() > LONGEST || after.length() > LONGEST) {
            return NONE;
        }
        List<Span> oldWords = words(before, white);
        List<Span> newWords = words(after, white);
        Map<String, Integer> numbers = new HashMap<>();
        LineDiff.Found found = LineDiff.find(
                numbers(before, oldWords, numbers),
                numbers(after, newWords, numbers),
                oldWords.size() + newWords.size(),
                LineDiff.WORK);
        int kept = kept(before, oldWords, found.removed());
        int most = Math.max(written(before), written(after));
        return kept < LEAST_KEPT * most
                ? NONE
                : new WordMarks(joined(before, oldWords, found.removed()), joined(after, newWords, found.added()));
    }

    /** Names and numbers whole, white space whole, every other sign by itself. */
    private static List<Span> words(String line, WhiteSpace white) {
        List<Span> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int begin = at;
            int kind = kind(line, at);
            do {
                at += Character.charCount(line.codePointAt(at));
            } while (kind != SIGN && at < line.length() && kind(line, at) == kind);
            if (kind != WHITE || white == WhiteSpace.SHOWN) {
                words.add(new Span(begin, at));
            }
        }
        return words;
    }

    private static final int SIGN = 0;
    private static final int WORD = 1;
    private static final int WHITE = 2;

    private static int kind(String line, int at) {
        int character = line.codePointAt(at);
        if (Character.isWhitespace(character)) {
            return WHITE;
        }
        return Character.isLetterOrDigit(character) || character == '_' ? WORD : SIGN;
    }

    private static int[] numbers(String line, List<Span> words, Map<String, Integer> numbers) {
        int[] found = new int[words.size()];
        for (int i = 0; i < found.length; i++) {
            String word = line.substring(words.get(i).begin(), words.get(i).end());
            found[i] = numbers.computeIfAbsent(word, each -> numbers.size());
        }
        return found;
    }

    private static int kept(String line, List<Span> words, boolean[] removed) {
        int kept = 0;
        for (int i = 0; i < removed.length; i++) {
            Span word = words.get(i);
            if (!removed[i] && kind(line, word.begin()) != WHITE) {
                kept += word.end() - word.begin();
            }
        }
        return kept;
    }

    /** How many characters there are that are not white. */
    private static int written(String line) {
        return (int)
                line.codePoints().filter(each -> !Character.isWhitespace(each)).count();
    }

    private static List<Span> joined(String line, List<Span> words, boolean[] changed) {
        List<Span> marks = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                continue;
            }
            Span word = words.get(i);
            boolean isNext = !marks.isEmpty()
                    && line.substring(marks.getLast().end(), word.begin()).isBlank();
            if (isNext) {
                marks.set(marks.size() - 1, new Span(marks.getLast().begin(), word.end()));
            } else {
                marks.add(word);
            }
        }
        return marks;
    }
}
