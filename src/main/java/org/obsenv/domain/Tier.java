package org.obsenv.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How formal a deployment is, most formal first. */
public enum Tier {
    PROD,
    INT,
    DEV,
    BLEED;

    /** As the site file writes it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Tier> parse(String text) {
        return Arrays.stream(values())
                .filter(tier -> tier.written().equals(text))
                .findFirst();
    }
}
