package org.obsenv.console.changes;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;

/** What of a package there is to review. */
sealed interface ReviewTarget {
    /** No package is chosen. */
    record None() implements ReviewTarget {}

    /** It cannot be known. */
    record Unknown(PackageName name, String reason) implements ReviewTarget {}

    /**
     * From the pin to what runs, and on to the deploy head where that is another commit.
     *
     * @param from the pin's commit
     * @param deployHead refused or not
     */
    record Between(PackageName name, Pin pin, CommitId from, CommitId running, Known<CommitId> deployHead)
            implements ReviewTarget {
        /** The deploy head, where it is known and does not run. */
        Optional<CommitId> coming() {
            return deployHead.found().filter(each -> !each.equals(running));
        }

        /** Where the whole range ends: at what runs; where that is the pin, at the deploy head. */
        CommitId end() {
            return running.equals(from) ? coming().orElse(running) : running;
        }

        boolean endsAtDeploy() {
            return !end().equals(running);
        }
    }

    static ReviewTarget of(PackageReading reading) {
        return switch (ChangeTarget.of(reading)) {
            case ChangeTarget.None none -> new None();
            case ChangeTarget.Unknown(PackageName name, String reason) -> new Unknown(name, reason);
            case ChangeTarget.Nothing nothing -> between(reading);
            case ChangeTarget.Between between -> between(reading);
        };
    }

    private static ReviewTarget between(PackageReading reading) {
        Optional<CommitId> running = reading.running().found();
        Optional<CommitId> pin = ChangeTarget.commitOf(reading.pin());
        return pin.isPresent() && running.isPresent()
                ? new Between(reading.name(), reading.pin(), pin.get(), running.get(), reading.deployHead())
                : new Unknown(reading.name(), reading.reason().orElse(""));
    }
}
