package org.obsenv.domain.diff;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text as its bytes and where its lines begin; a line is what ends with a line feed, and what is left at the end. */
public final class FileText {
    /** No line at all. */
    public static final FileText EMPTY = new FileText(new byte[0], StandardCharsets.UTF_8);

    /** A line longer than this many bytes is decoded no further. */
    public static final int LONGEST_LINE = 16 * 1024;

    private final byte[] bytes;
    private final Charset charset;
    private final int[] starts;

    private FileText(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
        this.starts = starts(bytes);
    }

    /**
     * The text of a file's bytes.
     *
     * @param bytes are kept, not copied; nobody may change them any more
     * @param charset one in which a line feed is the byte 10
     */
    public static FileText of(byte[] bytes, Charset charset) {
        return new FileText(bytes, charset);
    }

    /** The text in UTF-8. */
    public static FileText of(String text) {
        return new FileText(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static int[] starts(byte[] bytes) {
        int[] found = new int[16 + bytes.length / 24];
        int count = 0;
        int begin = 0;
        while (begin < bytes.length) {
            if (count + 1 >= found.length) {
                found = Arrays.copyOf(found, found.length * 2);
            }
            found[count++] = begin;
            while (begin < bytes.length && bytes[begin] != '\n') {
                begin++;
            }
            begin++;
        }
        found[count] = bytes.length;
        return Arrays.copyOf(found, count + 1);
    }

    public int lines() {
        return starts.length - 1;
    }

    public int size() {
        return bytes.length;
    }

    /** Where the line's first byte is. */
    int begin(int line) {
        return starts[line];
    }

    /** Where the next line begins, after the line feed. */
    int end(int line) {
        return starts[line + 1];
    }

    byte at(int index) {
        return bytes[index];
    }

    byte[] bytes() {
        return bytes;
    }

    /** All of it, as it was read. */
    public byte[] copy() {
        return bytes.clone();
    }

    /** How many bytes the line has, without its line feed. */
    public int length(int line) {
        return isEnded(line) ? end(line) - begin(line) - 1 : end(line) - begin(line);
    }

    /** Whether a line feed ends it; only the last line may be without. */
    public boolean isEnded(int line) {
        return bytes[end(line) - 1] == '\n';
    }

    /** False for a text whose last line has no line feed; an empty text has no such line. */
    public boolean endsWithLineFeed() {
        return lines() == 0 || isEnded(lines() - 1);
    }

    /** Whether a carriage return stands before its line feed. */
    public boolean endsWithReturn(int line) {
        int end = end(line);
        return isEnded(line) && end - begin(line) > 1 && bytes[end - 2] == '\r';
    }

    /** How its lines end. */
    public LineEnds lineEnds() {
        int returns = 0;
        int ended = endsWithLineFeed() ? lines() : lines() - 1;
        for (int i = 0; i < ended; i++) {
            if (endsWithReturn(i)) {
                returns++;
            }
        }
        if (ended == 0) {
            return LineEnds.NONE;
        }
        return returns == 0 ? LineEnds.LF : returns == ended ? LineEnds.CRLF : LineEnds.MIXED;
    }

    /** The line without its line feed, but with a carriage return; of a very long one its beginning. */
    public String line(int line) {
        return new String(bytes, begin(line), Math.min(length(line), LONGEST_LINE), charset);
    }

    /** The line without its line feed, however long it is. */
    public String whole(int line) {
        return new String(bytes, begin(line), length(line), charset);
    }

    /** How many bytes of the line {@link #line} leaves out. */
    public int cut(int line) {
        return Math.max(0, length(line) - LONGEST_LINE);
    }

    /** The most bytes that any line has. */
    public int longest() {
        int longest = 0;
        for (int i = 0; i < lines(); i++) {
            longest = Math.max(longest, starts[i + 1] - starts[i]);
        }
        return longest;
    }

    /** The column at which the words of the line begin; 0 for a blank one. */
    int indent(int line) {
        int column = 0;
        for (int i = begin(line); i < end(line); i++) {
            switch (bytes[i]) {
                case ' ' -> column++;
                case '\t' -> column += 8 - column % 8;
                case '\n', '\r' -> {
                    return 0;
                }
                default -> {
                    return column;
                }
            }
        }
        return 0;
    }

    /** Whether there is nothing but white space in the line. */
    boolean isBlank(int line) {
        for (int i = begin(line); i < end(line); i++) {
            if (!WhiteSpace.isWhite(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileText that && charset.equals(that.charset) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return lines() + " lines, " + bytes.length + " bytes, " + charset;
    }
}
