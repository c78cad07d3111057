package org.obsenv.domain.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;

/**
 * What ran when.
 *
 * @param turns newest first
 */
public record Timeline(TimelineFacts facts, List<Turn> turns) {
    /** Why the journal is not all there is to know. */
    public enum Doubt {
        NONE,
        /** Entries cannot be read. */
        GAPS,
        /** By the journal something else would run than does. */
        DOES_NOT_FIT
    }

    public Timeline {
        turns = List.copyOf(turns);
    }

    public static Timeline of(TimelineFacts facts) {
        return new Timeline(facts, Turns.of(facts));
    }

    /** What the journal comes to: whether times and counts that are worked out from it can be relied on. */
    public Doubt doubt() {
        if (!facts.isWhole()) {
            return Doubt.GAPS;
        }
        return facts.running().equals(liveNow()) ? Doubt.NONE : Doubt.DOES_NOT_FIT;
    }

    private Optional<GenerationId> liveNow() {
        return turns.stream()
                .flatMap(turn -> turn.live().stream())
                .filter(Turn.Live::isNow)
                .map(Turn.Live::generation)
                .findFirst();
    }

    /** What was live at a time; empty where the journal does not reach so far back, or has a gap. */
    public Optional<GenerationId> liveAt(Instant time) {
        return turns.stream()
                .filter(turn -> facts.isWhole())
                .flatMap(turn -> turn.live().stream())
                .filter(live -> live.isAt(time))
                .findFirst()
                .map(Turn.Live::generation);
    }

    /** The generation that was marked good last, of those that are there. */
    public Optional<GenerationId> lastGood() {
        return facts.marks().stream()
                .flatMap(mark -> mark.found().stream())
                .filter(mark -> facts.generation(mark.generation()).isPresent())
                .max((one, other) -> one.at().compareTo(other.at()))
                .map(mark -> mark.generation());
    }

    /** What differs between two generations, by package; unknown where one of them cannot be read. */
    public Known<List<PackageMove>> between(GenerationId from, GenerationId to) {
        Optional<GenerationFacts> left = facts.generation(from);
        Optional<GenerationFacts> right = facts.generation(to);
        if (left.isEmpty() || right.isEmpty()) {
            return Known.unknown((left.isEmpty() ? from : to).written());
        }
        return Known.of(PackageMove.between(left.get().packages(), right.get().packages()));
    }
}
