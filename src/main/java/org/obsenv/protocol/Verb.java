package org.obsenv.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A privileged verb: one executable of the same name under the site's verb directory. */
public enum Verb {
    ROLLBACK,
    RESUME,
    SWITCH,
    MARK,
    DEPLOY,
    CSC,
    ACKNOWLEDGE,
    PRUNE,
    ADOPT,
    SETUP,
    SYNC,
    SET_BASE,
    REVIEW_BASE;

    /** The executable's name: lower case with hyphens. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it fetches and builds, for minutes; the others are done at once. */
    public boolean builds() {
        return this == DEPLOY || this == SETUP || this == SYNC || this == SET_BASE || this == PRUNE || this == ADOPT;
    }

    /** Whether moving {@code current} is all that it does. */
    public boolean isSwitch() {
        return this == ROLLBACK || this == RESUME || this == SWITCH;
    }

    /** Whether it may only be done when it was asked for: it goes away from what somebody may have rolled back to. */
    public boolean mustBeAsked() {
        return this == RESUME || this == SWITCH || this == DEPLOY;
    }

    /** Whether it needs nothing but its name, so that it can be typed by hand. */
    public boolean isTyped() {
        return this != SWITCH && this != DEPLOY && this != CSC && this != ACKNOWLEDGE;
    }

    /** The verb with that written form. */
    public static Optional<Verb> parse(String text) {
        return Arrays.stream(values())
                .filter(verb -> verb.written().equals(text))
                .findFirst();
    }
}
