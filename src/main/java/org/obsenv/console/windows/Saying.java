package org.obsenv.console.windows;

import java.util.Locale;
import java.util.Optional;
import org.obsenv.domain.window.WindowChange;

/** What can be said of a session besides that it takes place. */
enum Saying {
    MOVE,
    OVERRUN,
    CANCEL,
    ADD;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean asksStart() {
        return this == MOVE || this == ADD;
    }

    boolean asksEnd() {
        return this != CANCEL;
    }

    /** What somebody is about to say. */
    sealed interface Draft {
        /** It can be said; {@code told} is what it comes to. */
        record Ready(WindowChange change, String told) implements Draft {}

        /** It cannot, and why. */
        record Unfit(String problem) implements Draft {}

        default Optional<WindowChange> fit() {
            return this instanceof Ready ready ? Optional.of(ready.change()) : Optional.empty();
        }

        default String text() {
            return switch (this) {
                case Ready ready -> ready.told();
                case Unfit unfit -> unfit.problem();
            };
        }
    }
}
