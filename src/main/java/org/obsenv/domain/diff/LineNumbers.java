package org.obsenv.domain.diff;

import java.util.Arrays;

/** Gives lines that are the same the same number, from 0, so that a comparison compares numbers and never bytes. */
final class LineNumbers {
    /**
     * Who makes many different lines with the same hash gets numbers that differ for lines that do not: a larger diff,
     * and a right one still.
     */
    private static final int MOST_TRIES = 64;

    private final WhiteSpace white;
    private final FileText before;
    private final FileText after;
    private final int[] table;
    private final long[] hashes;
    private int count;

    private LineNumbers(FileText before, FileText after, int lines, WhiteSpace white) {
        this.before = before;
        this.after = after;
        this.white = white;
        int size = Integer.highestOneBit(Math.max(8, lines)) * 4;
        this.table = new int[size];
        this.hashes = new long[size];
        this.found = new int[size];
    }

    private final int[] found;

    /** The numbers of both texts' lines, from those given to before those given. */
    static LineNumbers.Both of(
            FileText before, int beginA, int endA, FileText after, int beginB, int endB, WhiteSpace white) {
        LineNumbers numbers = new LineNumbers(before, after, endA - beginA + endB - beginB, white);
        int[] a = new int[endA - beginA];
        int[] b = new int[endB - beginB];
        for (int i = 0; i < a.length; i++) {
            a[i] = numbers.number(before, beginA + i, -(beginA + i) - 1);
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = numbers.number(after, beginB + i, beginB + i + 1);
        }
        return new Both(a, b, numbers.count);
    }

    /** Numbers below {@code count}, a line's each. */
    @SuppressWarnings("ArrayRecordComponent") // millions of them would not fit as objects
    record Both(int[] a, int[] b, int count) {}

    /** @param reference says where the line is: the new text's count up from 1, the old one's down from −1 */
    private int number(FileText text, int line, int reference) {
        long hash = hash(text, line);
        int mask = table.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        for (int tries = 0; table[slot] != 0; tries++) {
            if (tries < MOST_TRIES && hashes[slot] == hash && isSame(text, line, table[slot])) {
                return found[slot];
            }
            slot = (slot + 1) & mask;
            if (tries > MOST_TRIES * 4) {
                return count++;
            }
        }
        table[slot] = reference;
        hashes[slot] = hash;
        found[slot] = count;
        return count++;
    }

    private long hash(FileText text, int line) {
        byte[] bytes = text.bytes();
        int end = text.end(line);
        long hash = 0xcbf29ce484222325L;
        if (white == WhiteSpace.SHOWN) {
            for (int i = text.begin(line); i < end; i++) {
                hash = (hash ^ bytes[i]) * 0x9e3779b97f4a7c15L;
            }
        } else {
            for (int i = text.begin(line); i < end; i++) {
                if (!WhiteSpace.isWhite(bytes[i])) {
                    hash = (hash ^ bytes[i]) * 0x9e3779b97f4a7c15L;
                }
            }
        }
        return hash ^ hash >>> 29;
    }

    private boolean isSame(FileText text, int line, int reference) {
        FileText other = reference < 0 ? before : after;
        int otherLine = reference < 0 ? -reference - 1 : reference - 1;
        return isSame(text, line, other, otherLine, white);
    }

    static boolean isSame(FileText one, int line, FileText other, int otherLine, WhiteSpace white) {
        return switch (white) {
            case SHOWN ->
                Arrays.equals(
                        one.bytes(),
                        one.begin(line),
                        one.end(line),
                        other.bytes(),
                        other.begin(otherLine),
                        other.end(otherLine));
            case IGNORED -> isSameButWhite(one, line, other, otherLine);
        };
    }

    private static boolean isSameButWhite(FileText one, int line, FileText other, int otherLine) {
        int i = one.begin(line);
        int j = other.begin(otherLine);
        while (true) {
            while (i < one.end(line) && WhiteSpace.isWhite(one.at(i))) {
                i++;
            }
            while (j < other.end(otherLine) && WhiteSpace.isWhite(other.at(j))) {
                j++;
            }
            if (i == one.end(line) || j == other.end(otherLine)) {
                return i == one.end(line) && j == other.end(otherLine);
            }
            if (one.at(i++) != other.at(j++)) {
                return false;
            }
        }
    }
}
