package org.obsenv.domain.notebooks;

import java.util.List;
import java.util.Optional;

/** How a person's notebooks stand to base. Paths are absolute. */
public sealed interface Notebooks {
    /**
     * They source something else, and can be put at base.
     *
     * @param file the {@code .user_setups}
     * @param next all that the file would hold
     * @param kept where what it holds now would go; empty when there is nothing to keep
     */
    record Elsewhere(String file, Holding now, String next, Optional<String> kept) implements Notebooks {}

    /**
     * They source base's setup file.
     *
     * @param file the {@code .user_setups}
     * @param undo what undoing brings back; empty where this was not made here or was changed since
     */
    record AtBase(String file, Holding now, Optional<Undo> undo) implements Notebooks {}

    /**
     * There is no notebooks directory on this machine.
     *
     * @param missing the directory that is not there
     * @param commands to be typed where the notebooks are
     */
    record NotHere(String missing, List<String> commands) implements Notebooks {
        public NotHere {
            commands = List.copyOf(commands);
        }
    }

    /** It was looked at and must not be changed; said with what to do. */
    record Blocked(String problem) implements Notebooks {}

    /** It could not be looked at. */
    record Unknown(String reason) implements Notebooks {}

    /** What was there before. */
    sealed interface Undo {
        /** It was moved to this path. */
        record Restore(String kept) implements Undo {}

        /** There was nothing. */
        record Remove() implements Undo {}
    }
}
