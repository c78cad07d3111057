package org.obsenv.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A privileged verb: one executable of the same name under the site's verb directory. */
public enum Verb {
    ROLLBACK,
    RESUME,
    SETUP,
    SYNC,
    SET_BASE;

    /** The executable's name: lower case with hyphens. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verb with that written form. */
    public static Optional<Verb> parse(String text) {
        return Arrays.stream(values())
                .filter(verb -> verb.written().equals(text))
                .findFirst();
    }
}
