package org.obsenv.domain;

import java.util.List;
import java.util.Optional;

/** Where the one switch stands. */
public sealed interface SwitchState {
    /** {@code current} names {@code deploy}: the auto-pull moves everybody. */
    record Following(GenerationId generation, SwitchToken token) implements SwitchState {}

    /**
     * {@code current} names a generation: the auto-pull cannot move it.
     *
     * @param by the journal's entry of the act that holds it, when it could be found
     * @param resuming what following deploy again would move: to what the auto-pull took in, not to what it refused
     */
    record Held(
            GenerationId generation, SwitchToken token, Optional<JournalEntry> by, Known<List<PackageMove>> resuming)
            implements SwitchState {}

    /** A directory of plain clones has no switch. */
    record WatchOnly() implements SwitchState {}

    /** The switch could not be read. */
    record Unknown(String reason) implements SwitchState {}

    /** The generation that runs, when there is one and it is known. */
    default Optional<GenerationId> running() {
        return switch (this) {
            case Following following -> Optional.of(following.generation());
            case Held held -> Optional.of(held.generation());
            case WatchOnly none -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }
}
