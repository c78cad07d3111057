package org.obsenv.console.signoff;

import org.obsenv.console.support.Mark;

/**
 * A candidate in the list.
 *
 * @param image tag and digest
 * @param yours something about it waits for this person
 */
record CandidateRow(
        String id,
        String name,
        String image,
        Mark.Shape shape,
        String state,
        String age,
        boolean yours,
        boolean quiet) {
    /** The row as one line of plain text. */
    String line() {
        return String.join("  ", name, image, state, age);
    }
}
