package org.obsenv.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a verb ended. The helper's word only: whoever asked re-reads the disk. */
public sealed interface Outcome {
    /**
     * {@code current} was moved.
     *
     * @param from what it named before, as a link text
     * @param to what it names now, as a link text
     * @param at when the rename returned, by the helper's clock
     * @param moved the packages whose commit changed, at most {@link #MOVES_SHOWN} of {@code movedCount}
     */
    record Switched(
            String from,
            String to,
            GenerationId generation,
            Instant at,
            Duration took,
            int movedCount,
            List<PackageMove> moved,
            Set<Remark> remarks)
            implements Outcome {
        public Switched {
            moved = List.copyOf(moved);
            EnumSet<Remark> copy = EnumSet.noneOf(Remark.class);
            copy.addAll(remarks);
            remarks = Collections.unmodifiableSet(copy);
        }

        /** The same end, with more to say. */
        public Switched saying(Set<Remark> more) {
            EnumSet<Remark> all = EnumSet.noneOf(Remark.class);
            all.addAll(remarks);
            all.addAll(more);
            return new Switched(from, to, generation, at, took, movedCount, moved, all);
        }
    }

    /**
     * {@code setup}, {@code sync} or {@code set-base} ended well.
     *
     * @param generation what the verb's link names now; empty when there was nothing to build
     * @param notes what did not go well for single packages, in words
     */
    record Built(Optional<GenerationId> generation, Instant at, Duration took, int movedCount, List<String> notes)
            implements Outcome {
        public Built {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A generation is marked good, or is not any more.
     *
     * @param notes what is to be known besides, in words
     */
    record Marked(GenerationId generation, boolean isGood, Instant at, List<String> notes) implements Outcome {
        public Marked {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A verb that tidies or converts says what it would do. Nothing was changed.
     *
     * @param plan by which exactly this is asked for; empty when there is nothing to do, or it cannot be done
     * @param lines for a person who decides
     */
    record Planned(Optional<String> plan, List<String> lines) implements Outcome {
        public Planned {
            lines = List.copyOf(lines);
        }
    }

    /**
     * {@code prune} took away what its plan said.
     *
     * @param bytes that are free again
     * @param notes what is to be known besides, in words
     */
    record Pruned(int generations, int checkouts, long bytes, Instant at, List<String> notes) implements Outcome {
        public Pruned {
            notes = List.copyOf(notes);
        }
    }

    /**
     * {@code signoff} wrote an act.
     *
     * @param document the candidate's identity, {@code designations} or {@code windows}
     * @param act its number there
     * @param notes what is to be known besides, in words
     */
    record Recorded(String document, int act, Instant at, List<String> notes) implements Outcome {
        public Recorded {
            notes = List.copyOf(notes);
        }

        /** The same end, with these notes instead. */
        public Recorded saying(List<String> other) {
            return new Recorded(document, act, at, other);
        }
    }

    /**
     * {@code signoff} ordered the recommended tag to be moved and does not find it moved: the order is recorded, the
     * move is not.
     *
     * @param document the candidate's identity
     * @param act the order's number there
     * @param problem what the registry said
     */
    record Unsettled(String document, int act, String problem) implements Outcome {}

    /** Nothing was changed, and why. The facts fill the places of the refusal's text. */
    record Refused(Refusal refusal, Map<String, String> facts) implements Outcome {
        public Refused {
            facts = Map.copyOf(facts);
        }

        /** True where what was asked for was so already: nothing failed, and nobody need be called. */
        public boolean isNothingToDo() {
            return refusal == Refusal.NOTHING_TO_DO;
        }
    }

    /** An input or output error; nothing that importing processes see was changed. */
    record Failed(String problem) implements Outcome {}

    /** The verb's end was not heard: what it did must be read from the disk. Never said by a verb itself. */
    record Unheard(Reason reason, String detail) implements Outcome {
        /** What is known of why. */
        public enum Reason {
            /** The verb's program could not be started. */
            NOT_STARTED,
            /** It ended by a signal or without an outcome. */
            DIED,
            /** It said nothing for longer than its limit. */
            SILENT
        }
    }

    /** How many moves travel in an outcome or a journal entry. */
    int MOVES_SHOWN = 64;
}
