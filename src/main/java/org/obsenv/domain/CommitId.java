package org.obsenv.domain;

import org.jspecify.annotations.Nullable;

/** A full git commit id, 40 lower-case hexadecimal digits. */
public record CommitId(String hex) {
    private static final int DIGITS = 40;
    private static final int SHOWN_DIGITS = 7;

    public CommitId {
        if (!isFull(hex)) {
            throw new IllegalArgumentException("not a full commit id: " + hex);
        }
    }

    /** True when the text is a full id, so that the constructor takes it. */
    public static boolean isFull(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char each = text.charAt(i);
            if ((each < '0' || each > '9') && (each < 'a' || each > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The first seven digits, as people read them. */
    public String abbreviated() {
        return hex.substring(0, SHOWN_DIGITS);
    }

    // Written out: what Java would make for a record at run time costs a roll back, a cold JVM, some milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommitId that && hex.equals(that.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return hex;
    }
}
