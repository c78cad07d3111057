package org.obsenv.console.base;

import org.obsenv.domain.PackageName;

/**
 * One package as the page shows it.
 *
 * @param now its pin in the list
 * @param age how old that commit is
 * @param first what the first imported list has; empty without one
 * @param second what the second has
 * @param to what the pin would be
 * @param brings what that comes to, or what is odd about the pin as it is
 * @param hint the facts in full, for the pointer
 */
public record BaseRow(
        PackageName name,
        Kind kind,
        String now,
        String age,
        String first,
        String second,
        String to,
        Tone toTone,
        String brings,
        Tone bringsTone,
        String hint) {
    public enum Kind {
        STUCK,
        CHANGED,
        NOTED,
        SAME
    }

    public enum Tone {
        GOOD("tone-good"),
        WARN("tone-warn"),
        BAD("tone-bad"),
        QUIET("dim");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }

    boolean isOpen() {
        return kind == Kind.STUCK;
    }

    /** The row in plain text. */
    String line() {
        return String.join("  ", name.text(), now, age, to, brings)
                .replaceAll(" {3,}", "  ")
                .strip();
    }
}
