package org.obsenv.domain;

import java.util.regex.Pattern;

/** A full git commit id, 40 lower-case hexadecimal digits. */
public record CommitId(String hex) {
    private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}");
    private static final int SHOWN_DIGITS = 7;

    public CommitId {
        if (!isFull(hex)) {
            throw new IllegalArgumentException("not a full commit id: " + hex);
        }
    }

    /** True when the text is a full id, so that the constructor takes it. */
    public static boolean isFull(String text) {
        return FULL.matcher(text).matches();
    }

    /** The first seven digits, as people read them. */
    public String abbreviated() {
        return hex.substring(0, SHOWN_DIGITS);
    }

    @Override
    public String toString() {
        return hex;
    }
}
