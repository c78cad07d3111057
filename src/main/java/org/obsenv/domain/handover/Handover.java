package org.obsenv.domain.handover;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CscList;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.Mark;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.timeline.Night;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.domain.trace.Alarms;

/**
 * One night as the day must know it. What could not be read is unknown, and so is all that would be worked out from it.
 *
 * @param at when it was put together
 * @param now how the environment stood then, whatever night is told
 * @param net what each package ran at the end of the night against its start
 * @param brought the commits of each of those moves, both ways
 * @param owing the hot-fixes beyond base that somebody has not finished: without a tag, a ticket, or a counterpart; a
 *     package without any is not in it
 */
public record Handover(
        Instant at,
        Night night,
        EnvironmentReading now,
        Known<Timeline> past,
        Net net,
        SortedMap<PackageName, Known<CommitRange>> brought,
        Known<Alarms> alarms,
        SortedMap<PackageName, Known<List<RangeCommit>>> owing,
        Known<CscList> cscs) {
    public Handover {
        brought = Collections.unmodifiableSortedMap(new TreeMap<>(brought));
        owing = Collections.unmodifiableSortedMap(new TreeMap<>(owing));
    }

    /** Until when it tells: the night's end, or now while it lasts. */
    public Instant until() {
        return at.isBefore(night.end()) ? at : night.end();
    }

    /** What was live when the night began; empty where nobody knows. */
    public Optional<GenerationId> startedWith() {
        return past.found().flatMap(timeline -> timeline.liveAt(night.start()));
    }

    /** What was done in the night by these verbs, the oldest first, also what failed. */
    public List<JournalEntry> acts(String... verbs) {
        List<String> wanted = Arrays.asList(verbs);
        return past.found().stream()
                .flatMap(timeline -> timeline.facts().acts().reversed().stream())
                .filter(act -> wanted.contains(act.act()) && night.contains(act.at()))
                .toList();
    }

    /** What people found good in the night. */
    public List<Mark> marks() {
        return past.found().stream()
                .flatMap(timeline -> timeline.facts().marks().stream())
                .flatMap(mark -> mark.found().stream())
                .filter(mark -> night.contains(mark.at()))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }
}
