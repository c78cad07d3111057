package org.obsenv.domain.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.Mark;

/**
 * What the disk has of the past.
 *
 * @param running what importing processes get now; empty when that is unknown
 * @param generations that are there, newest first; what of one cannot be read is unknown
 * @param marks what people found good
 * @param acts of the journal, newest first
 * @param isWhole whether no act is missing between the oldest of those and now
 */
public record TimelineFacts(
        Instant readAt,
        Optional<GenerationId> running,
        List<Known<GenerationFacts>> generations,
        List<Known<Mark>> marks,
        List<JournalEntry> acts,
        boolean isWhole) {
    public TimelineFacts {
        generations = List.copyOf(generations);
        marks = List.copyOf(marks);
        acts = List.copyOf(acts);
    }

    /** The generation's facts; empty when it is not there (any more) or cannot be read. */
    public Optional<GenerationFacts> generation(GenerationId id) {
        return generations.stream()
                .flatMap(each -> each.found().stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /** Whether the generation was tidied away; not said of any while one of those that are there cannot be read. */
    public boolean isGone(GenerationId id) {
        return generations.stream()
                .allMatch(each ->
                        each.found().filter(there -> !there.id().equals(id)).isPresent());
    }

    public Optional<Mark> mark(GenerationId id) {
        return marks.stream()
                .flatMap(each -> each.found().stream())
                .filter(each -> each.generation().equals(id))
                .findFirst();
    }
}
