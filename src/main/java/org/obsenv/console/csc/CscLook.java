package org.obsenv.console.csc;

import java.util.List;

/** What is to be said of the CSCs under test. */
public sealed interface CscLook {
    /** None is: nothing is said. */
    record None() implements CscLook {}

    /** There is a list, and it cannot be read. */
    record Unknown(String text) implements CscLook {}

    /**
     * Some are.
     *
     * @param line all of them in a line
     * @param overdue which were meant to end before now; empty where none was
     */
    record Shown(String line, String overdue, List<Detail> details) implements CscLook {
        public Shown {
            details = List.copyOf(details);
        }
    }

    /**
     * One of them.
     *
     * @param title name, version and what to return to
     * @param since since when, by whom and until when
     * @param steps how to return
     */
    record Detail(String title, String since, boolean isOverdue, List<String> steps) {
        public Detail {
            steps = List.copyOf(steps);
        }
    }
}
