package org.obsenv.domain;

import java.util.Optional;

/** Whether a roll back has something proven to go to. */
public sealed interface BaseState {
    /** The generation was built from the list as it is now. */
    record Built(GenerationId generation) implements BaseState {}

    /** The list was edited since; a roll back goes to the last proven base. */
    record Edited(GenerationId generation) implements BaseState {}

    /** No base was ever built here. */
    record NotBuilt() implements BaseState {}

    /** Plain clones have a list, and nothing built from it. */
    record WatchOnly() implements BaseState {}

    /** The link, its generation or the list could not be read; the generation is there when it is known. */
    record Unknown(Optional<GenerationId> generation, String reason) implements BaseState {}

    /** The generation a roll back would go to. */
    default Optional<GenerationId> proven() {
        return switch (this) {
            case Built built -> Optional.of(built.generation());
            case Edited edited -> Optional.of(edited.generation());
            case NotBuilt none -> Optional.empty();
            case WatchOnly none -> Optional.empty();
            case Unknown unknown -> unknown.generation();
        };
    }
}
