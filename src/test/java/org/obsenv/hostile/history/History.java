package org.obsenv.hostile.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.JournalEntry;

/**
 * All that was recorded.
 *
 * @param initial the text of {@code current} before the first operation
 * @param operations in any order
 * @param spans in the order of one watcher's looks
 * @param journal the entries as they stand in the file, oldest first
 * @param spoilt what stands in the journal and is no entry
 * @param published package → commit → the marker's content, by whoever pushed
 * @param generations a generation's link text → package → commit
 */
public record History(
        String initial,
        List<Operation> operations,
        List<LinkSpan> spans,
        List<Reading> readings,
        List<JournalEntry> journal,
        List<String> spoilt,
        Map<String, Map<String, String>> published,
        Map<String, Map<String, String>> generations) {
    public History {
        operations = List.copyOf(operations);
        spans = List.copyOf(spans);
        readings = List.copyOf(readings);
        journal = List.copyOf(journal);
        spoilt = List.copyOf(spoilt);
        published = Map.copyOf(published);
        generations = Map.copyOf(generations);
    }

    Optional<Operation> operation(String id) {
        return operations.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
