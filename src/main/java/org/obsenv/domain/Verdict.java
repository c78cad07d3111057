package org.obsenv.domain;

/** The one sentence on top of the page, and the exit code of {@code status}. Never better than what is known. */
public sealed interface Verdict {
    int total();

    /** Every package runs its pin. */
    record AtBase(int total) implements Verdict {}

    /** Every package runs its pin and {@code current} names base's generation itself. */
    record HeldAtBase(int total) implements Verdict {}

    /** Everything could be read and some packages differ. */
    record Differ(int differing, int total) implements Verdict {}

    /** At least one package is unknown. */
    record Unknown(int unknown, int differing, int total) implements Verdict {}

    /** Judges a reading. A site without packages is unknown: nothing was seen to be at base. */
    static Verdict of(EnvironmentReading reading) {
        int unknown = 0;
        int differing = 0;
        for (PackageReading each : reading.packages()) {
            switch (each.runningDrift()) {
                // A work tree that was edited does not run its pin, whatever its commit is.
                case Drift.AtPin at -> differing += each.flags().contains(Flag.UNCOMMITTED) ? 1 : 0;
                case Drift.Unknown reason -> unknown++;
                case Drift.Ahead ahead -> differing++;
                case Drift.Behind behind -> differing++;
                case Drift.Diverged diverged -> differing++;
            }
        }
        int total = reading.packages().size();
        if (unknown > 0 || total == 0 || reading.current() instanceof SwitchState.Unknown) {
            return new Unknown(unknown, differing, total);
        }
        if (differing > 0) {
            return new Differ(differing, total);
        }
        return isHeldAtBase(reading) ? new HeldAtBase(total) : new AtBase(total);
    }

    /** True when {@code current} literally names base's generation, whatever the packages' drift. */
    static boolean isHeldAtBase(EnvironmentReading reading) {
        return reading.current() instanceof SwitchState.Held held
                && reading.base().proven().filter(held.generation()::equals).isPresent();
    }
}
