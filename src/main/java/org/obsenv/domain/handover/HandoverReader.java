package org.obsenv.domain.handover;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CscReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.HistoryReader;
import org.obsenv.domain.timeline.Night;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.domain.timeline.TimelineReader;
import org.obsenv.domain.trace.AlarmReader;

/** Asks the readers for all that a handover tells. Blocks as they do. */
public final class HandoverReader {
    /** Nobody reads more commits of a package in the morning; the rest is counted. */
    private static final int COMMITS = 50;

    private final TimelineReader timeline;
    private final ChangeReader changes;
    private final AlarmReader alarms;
    private final OwingHotFixes owing;
    private final CscReader cscs;

    public HandoverReader(
            TimelineReader timeline, ChangeReader changes, HistoryReader history, AlarmReader alarms, CscReader cscs) {
        this.timeline = timeline;
        this.changes = changes;
        this.alarms = alarms;
        this.owing = new OwingHotFixes(history);
        this.cscs = cscs;
    }

    /**
     * Puts the night together.
     *
     * @param now the environment as it was just read
     */
    public Handover read(EnvironmentReading now, Night night, Instant at) {
        Known<Timeline> past = timeline.read().map(Timeline::of);
        Net net = net(past, night, at);
        List<PackageMove> moves = net instanceof Net.Known(List<PackageMove> known) ? known : List.of();
        return new Handover(
                at, night, now, past, net, brought(moves), alarms.read(), owing.of(now.packages()), cscs.read());
    }

    private static Net net(Known<Timeline> past, Night night, Instant at) {
        return switch (past) {
            case Known.Unknown<Timeline>(String reason) -> new Net.Unreadable(reason);
            case Known.Value<Timeline>(Timeline known) ->
                Net.between(
                        known,
                        known.liveAt(night.start()),
                        at.isBefore(night.end()) ? known.facts().running() : known.liveAt(night.end()));
        };
    }

    private SortedMap<PackageName, Known<CommitRange>> brought(List<PackageMove> moves) {
        SortedMap<PackageName, Known<CommitRange>> brought = new TreeMap<>();
        for (PackageMove move : moves) {
            if (move.from().isPresent() && move.to().isPresent()) {
                brought.put(
                        move.name(),
                        changes.commits(
                                move.name(), move.from().get(), move.to().get(), COMMITS));
            }
        }
        return brought;
    }
}
