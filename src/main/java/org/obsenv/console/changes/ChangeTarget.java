package org.obsenv.console.changes;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;

/** What of a package there is to look at. */
public sealed interface ChangeTarget {
    /** No package is chosen. */
    record None() implements ChangeTarget {}

    /** A package is chosen and nothing lies between its commits. */
    record Nothing(PackageName name) implements ChangeTarget {}

    /** A package is chosen and what lies between cannot be known. */
    record Unknown(PackageName name, String reason) implements ChangeTarget {}

    /**
     * From the pin to what runs; where that is the same, to the deploy head.
     *
     * @param toDeploy whether {@code to} is the deploy head, which does not run
     */
    record Between(PackageName name, Pin pin, CommitId from, CommitId to, boolean toDeploy) implements ChangeTarget {}

    /** What there is to look at in a reading. */
    static ChangeTarget of(PackageReading reading) {
        PackageName name = reading.name();
        Optional<CommitId> pin = commitOf(reading.pin());
        if (pin.isEmpty()) {
            return new Unknown(name, problem(reading));
        }
        if (reading.running() instanceof Known.Unknown<CommitId>(String reason)) {
            return new Unknown(name, reason);
        }
        CommitId from = pin.get();
        Optional<CommitId> running = reading.running().found();
        Optional<CommitId> head = reading.deployHead().found();
        boolean runsPin = running.filter(from::equals).isPresent();
        if (!runsPin && running.isPresent()) {
            return new Between(name, reading.pin(), from, running.get(), false);
        }
        if (head.isPresent() && !head.get().equals(from)) {
            return new Between(name, reading.pin(), from, head.get(), true);
        }
        return new Nothing(name);
    }

    private static String problem(PackageReading reading) {
        if (reading.pin() instanceof Pin.Unresolved unresolved) {
            return unresolved.problem();
        }
        if (reading.pin() instanceof Pin.Unknown unknown) {
            return unknown.reason();
        }
        return reading.runningDrift() instanceof Drift.Unknown unknown
                ? unknown.reason()
                : reading.reason().orElse("");
    }

    /** The commit that a pin stands for; empty where that is not known. */
    static Optional<CommitId> commitOf(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved -> Optional.of(resolved.commit());
            case Pin.Kept kept -> Optional.of(kept.commit());
            case Pin.Unresolved unresolved -> Optional.empty();
            case Pin.Absent absent -> Optional.empty();
            case Pin.Unknown unknown -> Optional.empty();
        };
    }
}
