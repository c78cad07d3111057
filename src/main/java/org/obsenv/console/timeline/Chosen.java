package org.obsenv.console.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.timeline.Timeline;

/**
 * Which acts are set side by side.
 *
 * @param asked those that the person chose; none as long as the page chooses
 * @param picked those that are chosen, by whomever, the newest first
 * @param compared those of which the difference tells: the chosen one and what runs, or the two that are the ends
 */
public record Chosen(List<String> asked, List<String> picked, Set<String> compared) {
    static final Chosen NONE = new Chosen(List.of(), List.of(), Set.of());

    public Chosen {
        asked = List.copyOf(asked);
        picked = List.copyOf(picked);
        compared = Set.copyOf(compared);
    }

    static Chosen of(List<TurnRow> asked, List<TurnRow> picked, List<TurnRow> rows) {
        Set<String> compared =
                new TreeSet<>(List.of(picked.getFirst().id(), picked.getLast().id()));
        if (picked.size() == 1) {
            rows.stream().filter(TurnRow::isRunning).forEach(each -> compared.add(each.id()));
        }
        return new Chosen(ids(asked), ids(picked), compared);
    }

    private static List<String> ids(List<TurnRow> rows) {
        return rows.stream().map(TurnRow::id).toList();
    }

    /** What one would most likely return to: the last good one that does not run, else the newest that does not. */
    static List<TurnRow> usual(List<TurnRow> rows, Timeline timeline) {
        Optional<GenerationId> running = timeline.facts().running();
        List<TurnRow> others = rows.stream()
                .filter(each -> each.generation().isPresent())
                .filter(each -> !each.generation().equals(running))
                .toList();
        Optional<GenerationId> good = timeline.lastGood();
        return Stream.concat(
                        others.stream().filter(each -> each.generation().equals(good)),
                        Stream.concat(others.stream(), rows.stream()))
                .limit(1)
                .toList();
    }
}
