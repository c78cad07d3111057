package org.obsenv.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** Values of documents that several kinds of them have. */
public final class Texts {
    private Texts() {}

    /** A text of at most so many characters, and not of blanks alone. */
    public static String bounded(Fields fields, String key, int longest) throws YamlProblem {
        return fields.value(
                key,
                "a text of at most " + longest + " characters",
                text -> text.length() <= longest && !text.isBlank() ? Optional.of(text) : Optional.empty());
    }

    public static Instant instant(Fields fields, String key) throws YamlProblem {
        return fields.value(key, "an instant such as 2026-11-21T03:13:02Z", text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** A whole number from 1, of at most nine digits. */
    public static Optional<Integer> positive(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
