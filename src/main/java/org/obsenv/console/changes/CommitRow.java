package org.obsenv.console.changes;

import java.util.Optional;

/**
 * One line of the commit list, in words.
 *
 * @param sign {@code +} for a commit the pin lacks, {@code −} for one only the pin has, empty for the pin itself
 * @param ticket a ticket its subject names
 */
record CommitRow(
        Kind kind,
        String sign,
        String commit,
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
