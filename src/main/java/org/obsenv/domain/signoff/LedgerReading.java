package org.obsenv.domain.signoff;

import java.util.List;
import java.util.Optional;

/**
 * The store of sign-offs, read at once.
 *
 * @param candidates in the order of their identities
 * @param designations genuine ones, oldest first
 * @param designationsDoubt from where on the acts of designation are unverified
 * @param windows what was said of single sessions of maintenance windows
 * @param broken documents that cannot be read, by name; the others are not touched by it
 */
public record LedgerReading(
        List<CandidateReading> candidates,
        List<DesignationAct> designations,
        Revision designationsRevision,
        Optional<Doubt> designationsDoubt,
        WindowsReading windows,
        List<Broken> broken,
        KeyState key) {
    public LedgerReading {
        candidates = List.copyOf(candidates);
        designations = List.copyOf(designations);
        broken = List.copyOf(broken);
    }

    /**
     * A document that is set aside.
     *
     * @param document its path in the store
     * @param problem file, line, key and what was expected
     */
    public record Broken(String document, String problem) {}

    /** Whether there is a key that acts can be verified with. */
    public sealed interface KeyState {
        /** {@code fingerprint}: SHA-256 of the public half, for a person to compare. */
        record Trusted(String fingerprint) implements KeyState {}

        /** Nothing was ever written. */
        record None() implements KeyState {}

        /** Not the one that the site file names. */
        record Foreign(String fingerprint) implements KeyState {}

        record Unreadable(String problem) implements KeyState {}
    }

    /** Whether an act is there and genuine; the document as {@code Outcome.Recorded} names it. */
    public boolean has(String document, int act) {
        return switch (document) {
            case "designations" -> designations.stream().anyMatch(each -> each.number() == act);
            case "windows" -> windows.acts().stream().anyMatch(each -> each.number() == act);
            default -> find(document).flatMap(each -> each.candidate().act(act)).isPresent();
        };
    }

    public Optional<CandidateReading> find(String id) {
        return candidates.stream()
                .filter(each -> each.candidate().id().equals(id))
                .findFirst();
    }
}
