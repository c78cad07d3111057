package org.obsenv.domain.signoff;

import java.util.regex.Pattern;

/** The SHA-256 of an image's manifest: what people agree to. Tags move, digests do not. */
public record Digest(String text) {
    private static final Pattern VALID = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int SHOWN = "sha256:".length() + 4;

    public Digest {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a digest: " + text);
        }
    }

    public static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }

    /** As people compare it: {@code sha256:9f3c…e1}. */
    public String shortened() {
        return text.substring(0, SHOWN) + "…" + text.substring(text.length() - 2);
    }

    @Override
    public String toString() {
        return text;
    }
}
