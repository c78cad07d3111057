package org.obsenv.console.changes;

import java.util.List;

/**
 * What is to be seen of one line of one text.
 *
 * @param numbers as many as there are columns of them
 * @param sign empty for a line that is the same
 * @param runs what colour the parts of the text have, in order and without gaps
 * @param marks grounds under parts of the text
 * @param remark what is said at the end of it, such as how much is cut; mostly empty
 * @param spoken for a screen reader
 */
record DiffLook(
        List<String> numbers,
        String sign,
        DiffInk signInk,
        DiffInk ground,
        String text,
        List<Part> runs,
        List<Part> marks,
        String remark,
        String spoken) {
    /** Characters of the shown text in one ink. */
    record Part(int begin, int end, DiffInk ink) {}

    DiffLook {
        numbers = List.copyOf(numbers);
        runs = List.copyOf(runs);
        marks = List.copyOf(marks);
    }

    /** Nothing stands opposite. */
    static DiffLook nothing() {
        return new DiffLook(List.of(""), "", DiffInk.PLAIN, DiffInk.EMPTY_GROUND, "", List.of(), List.of(), "", "");
    }
}
