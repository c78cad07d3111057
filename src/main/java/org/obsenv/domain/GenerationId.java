package org.obsenv.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a generation, written with six digits in its directory's name. */
public record GenerationId(int number) implements Comparable<GenerationId> {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{6}");
    private static final int LAST = 999_999;

    public GenerationId {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("not a generation number: " + number);
        }
    }

    /** Reads exactly six digits; anything else is empty. */
    public static Optional<GenerationId> parse(String text) {
        if (!WRITTEN.matcher(text).matches() || text.equals("000000")) {
            return Optional.empty();
        }
        return Optional.of(new GenerationId(Integer.parseInt(text)));
    }

    /** The six digits, as in the path. */
    public String written() {
        String digits = Integer.toString(number);
        return "000000".substring(digits.length()) + digits;
    }

    // Written out: what Java would make for a record at run time costs a roll back, a cold JVM, some milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GenerationId that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public int compareTo(GenerationId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return written();
    }
}
