package org.obsenv.console.changes;

import java.util.Optional;
import org.obsenv.domain.CommitId;

/**
 * One line of the commit list, in words.
 *
 * @param sign {@code +} for a commit the pin lacks, {@code −} for one only the pin has, empty for the pin itself
 * @param commit its abbreviated id, as shown
 * @param id its full id; empty for a note
 * @param ticket a ticket its subject names
 */
record CommitRow(
        Kind kind,
        String sign,
        String commit,
        Optional<CommitId> id,
        String subject,
        String who,
        Optional<String> ticket,
        String age,
        String exact) {
    enum Kind {
        GAINED,
        LOST,
        PIN,
        NOTE
    }
}
