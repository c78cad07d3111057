package org.obsenv.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CscReader;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.RevisionReader;
import org.obsenv.domain.basing.BaseListReader;
import org.obsenv.domain.changes.HistoryReader;
import org.obsenv.domain.timeline.TimelineReader;
import org.obsenv.domain.trace.AlarmReader;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Contact;

/**
 * An environment that a command works on.
 *
 * @param zone the site's local time
 * @param revisions what names stand for; empty for a directory of plain clones, where nothing is deployed
 * @param cscs the CSCs under test; empty for a directory of plain clones
 * @param histories what commits are; empty for a directory of plain clones, of which no night is told
 * @param alarms about what can be traced; empty for a directory of plain clones
 * @param timeline what ran when; empty for a directory of plain clones, which keeps no record
 * @param lists the base list and its kept texts; empty for a directory of plain clones
 * @param gateway what changes it; empty for a directory of plain clones, which is only watched
 * @param glance what a verb's request claims to have been seen; takes seconds at most, and claims nothing when the
 *     disk does not answer in that time
 * @param afterRollback what people do after a roll back, as the site file says it
 */
public record Opened(
        ZoneId zone,
        EnvironmentReader reader,
        ChangeReader changes,
        Optional<RevisionReader> revisions,
        Optional<CscReader> cscs,
        Optional<HistoryReader> histories,
        Optional<AlarmReader> alarms,
        Optional<TimelineReader> timeline,
        Optional<BaseListReader> lists,
        Optional<VerbGateway> gateway,
        Function<Verb, Saw> glance,
        List<String> afterRollback,
        Optional<Contact> contact)
        implements AutoCloseable {
    public Opened {
        afterRollback = List.copyOf(afterRollback);
    }

    @Override
    public void close() {
        reader.close();
    }
}
