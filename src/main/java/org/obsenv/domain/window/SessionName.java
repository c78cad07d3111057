package org.obsenv.domain.window;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Which session of a window is meant, however often it was moved. */
public sealed interface SessionName {
    /** As people type it and documents have it: {@code 2026-12-02} or {@code extra-7}. */
    String text();

    /** The one that the rule has on that local day. */
    record Planned(LocalDate day) implements SessionName {
        @Override
        public String text() {
            return day.toString();
        }
    }

    /** One of no rule, by the number of the act that added it. */
    record Extra(int act) implements SessionName {
        @Override
        public String text() {
            return EXTRA + act;
        }
    }

    String EXTRA = "extra-";

    static Optional<SessionName> parse(String text) {
        if (text.matches(EXTRA + "[1-9][0-9]{0,8}")) {
            return Optional.of(new Extra(Integer.parseInt(text.substring(EXTRA.length()))));
        }
        try {
            return text.length() == "2026-12-02".length()
                    ? Optional.of(new Planned(LocalDate.parse(text)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
