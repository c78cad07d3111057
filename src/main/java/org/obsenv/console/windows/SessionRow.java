package org.obsenv.console.windows;

import org.obsenv.console.support.Mark;
import org.obsenv.domain.window.SessionName;

/**
 * A session in the list.
 *
 * @param utc when, whole; {@code narrow} where there is little room
 * @param quiet cancelled, or over
 */
record SessionRow(
        String window,
        SessionName name,
        String utc,
        String narrow,
        String local,
        Mark.Shape shape,
        String state,
        boolean quiet) {
    boolean isOf(SessionRow other) {
        return window.equals(other.window) && name.equals(other.name);
    }

    /** The row as one line of plain text. */
    String line() {
        return String.join("  ", window, name.text(), utc, local, state);
    }
}
