package org.obsenv.domain.basing;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;

/** What would become of one package's pin. */
public sealed interface PinChange {
    PackageName name();

    /** As the list has it now. */
    Pin was();

    /** It stays as it is. */
    record Same(PackageName name, Pin was) implements PinChange {}

    /**
     * It would be another.
     *
     * @param asked as it was typed, or as an imported list spells it
     */
    record Other(PackageName name, Pin was, String asked, Pin.Resolved to) implements PinChange {}

    /** It cannot be what was asked: nothing is guessed. A person chooses another, or keeps the pin. */
    record Stuck(PackageName name, Pin was, String asked, String problem) implements PinChange {}

    /**
     * What comes of a version that was asked for.
     *
     * @param found what it stands for
     */
    static PinChange of(PackageName name, Pin was, String asked, Pin found) {
        return switch (found) {
            case Pin.Resolved to -> isSame(was, to) ? new Same(name, was) : new Other(name, was, asked, to);
            case Pin.Unresolved(var value, String problem) -> new Stuck(name, was, asked, problem);
            case Pin.Unknown(String reason) -> new Stuck(name, was, asked, reason);
            case Pin.Kept kept -> new Same(name, was);
            case Pin.Absent absent -> new Same(name, was);
        };
    }

    /** Another name for the same commit changes nothing; that a branch stops to move does, and so does a first pin. */
    private static boolean isSame(Pin was, Pin.Resolved to) {
        return switch (was) {
            case Pin.Resolved now -> now.commit().equals(to.commit()) && now.kind() != Pin.Kind.BRANCH;
            case Pin.Kept kept -> false;
            case Pin.Unresolved none -> false;
            case Pin.Absent none -> false;
            case Pin.Unknown none -> false;
        };
    }

    /** The commit of a pin, where it has one. */
    static Optional<CommitId> commit(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved -> Optional.of(resolved.commit());
            case Pin.Kept kept -> Optional.of(kept.commit());
            case Pin.Unresolved none -> Optional.empty();
            case Pin.Absent none -> Optional.empty();
            case Pin.Unknown none -> Optional.empty();
        };
    }
}
