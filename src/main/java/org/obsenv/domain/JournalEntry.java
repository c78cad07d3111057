package org.obsenv.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One act as the journal tells it.
 *
 * @param at when it began
 * @param act the verb, e.g. {@code rollback}
 * @param actor the account that sudo proved, or the caller's own when started directly
 * @param initials what a person at a shared account gave
 * @param host where the helper ran
 * @param from what {@code current} (for base acts {@code base}) named before, as a link text
 * @param to what it names afterwards
 * @param moved the packages that changed, possibly fewer than {@code movedCount}: the manifests hold them all
 * @param outcome {@code begun}, {@code done}, {@code failed} or {@code interrupted}; a request that is refused changes
 *     nothing and is not recorded, a head that the gate refused is: {@code refused}, with whose commit it is in the note
 * @param until when what it began is meant to end; nothing happens then by itself
 */
public record JournalEntry(
        String id,
        Instant at,
        String act,
        String actor,
        Optional<String> initials,
        String host,
        Optional<String> from,
        Optional<String> to,
        int movedCount,
        List<PackageMove> moved,
        Optional<String> reason,
        Duration took,
        String outcome,
        Optional<String> note,
        Optional<Instant> until) {
    /** An act that is not meant to end. */
    public JournalEntry(
            String id,
            Instant at,
            String act,
            String actor,
            Optional<String> initials,
            String host,
            Optional<String> from,
            Optional<String> to,
            int movedCount,
            List<PackageMove> moved,
            Optional<String> reason,
            Duration took,
            String outcome,
            Optional<String> note) {
        this(
                id,
                at,
                act,
                actor,
                initials,
                host,
                from,
                to,
                movedCount,
                moved,
                reason,
                took,
                outcome,
                note,
                Optional.empty());
    }

    public JournalEntry {
        moved = List.copyOf(moved);
    }

    /** The same act with a reason that was given later. */
    public JournalEntry withReason(String given) {
        return new JournalEntry(
                id,
                at,
                act,
                actor,
                initials,
                host,
                from,
                to,
                movedCount,
                moved,
                Optional.of(given),
                took,
                outcome,
                note,
                until);
    }
}
