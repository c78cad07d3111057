package org.obsenv.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CscList;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.JournalReader;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Pin;
import org.obsenv.domain.RevisionReader;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.HistoryReader;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.domain.changes.RangeQuestion;
import org.obsenv.domain.handover.HandoverKeeper;
import org.obsenv.domain.timeline.TimelineFacts;
import org.obsenv.domain.timeline.TimelineReader;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;

/** Every port at once, answering what a test sets, and remembering what it was asked. */
public final class RecordingPorts
        implements EnvironmentReader,
                ChangeReader,
                HistoryReader,
                JournalReader,
                VerbGateway,
                TimelineReader,
                RevisionReader,
                HandoverKeeper {
    public final List<Request> requests = new ArrayList<>();
    public Supplier<EnvironmentReading> reading;
    public Function<Request, Outcome> outcome =
            request -> new Outcome.Failed("the test set no outcome for " + request.verb());
    public Function<Verb, Permission> permission = verb -> new Permission.Granted();
    public Supplier<Known<List<JournalEntry>>> journal = () -> Known.of(List.of());
    public Supplier<Known<TimelineFacts>> timeline = () -> Known.of(SampleTimeline.facts());
    public Supplier<Known<CscList>> cscs = () -> Known.of(CscList.NONE);
    public final Map<String, String> keptTexts = new LinkedHashMap<>();
    public Supplier<Known<Alarms>> alarms = () -> Known.of(Alarms.NONE);
    public Function<PackageName, Known<RangeHistory>> history = SampleHistories::between;
    public Function<Collection<CommitId>, Known<Map<CommitId, Counterpart>>> counterparts =
            SampleHistories::counterparts;
    public final List<String> asked = new ArrayList<>();
    public int rescans;
    public int timelineReads;

    public RecordingPorts(Supplier<EnvironmentReading> reading) {
        this.reading = reading;
    }

    @Override
    public EnvironmentReading refresh() {
        return reading.get();
    }

    @Override
    public EnvironmentReading rescan() {
        rescans++;
        return reading.get();
    }

    @Override
    public void close() {}

    @Override
    public Known<CommitRange> commits(PackageName name, CommitId from, CommitId to, int limit) {
        return SampleChanges.commits(name);
    }

    @Override
    public Known<RangeHistory> history(PackageName name, RangeQuestion question) {
        asked.add("history " + name + " " + question.from().abbreviated() + ".."
                + question.to().abbreviated());
        boolean isComing = question.deployHead().equals(Known.of(question.to()))
                && reading.get().packages().stream()
                        .anyMatch(each -> each.running().equals(Known.of(question.from())));
        return isComing ? SampleHistories.coming(name) : history.apply(name);
    }

    @Override
    public Known<Map<CommitId, Counterpart>> counterparts(PackageName name, Collection<CommitId> commits) {
        asked.add("counterparts " + name + " " + commits.size());
        return counterparts.apply(commits);
    }

    @Override
    public Known<List<FileChange>> files(PackageName name, CommitId from, CommitId to) {
        asked.add("files " + name + " " + from.abbreviated() + ".." + to.abbreviated());
        return SampleChanges.files(name);
    }

    @Override
    public Known<FileDiff> diff(PackageName name, CommitId from, CommitId to, FileChange file) {
        return SampleChanges.diff(file);
    }

    @Override
    public Known<List<Known<JournalEntry>>> newest(int limit) {
        return journal.get().map(entries -> entries.stream().map(Known::of).toList());
    }

    @Override
    public Pin version(PackageName name, String value) {
        return revision(name, value);
    }

    @Override
    public Pin revision(PackageName name, String typed) {
        return typed.equals("tickets/DM-51100")
                ? new Pin.Resolved(typed, Pin.Kind.BRANCH, Sample.commit("51100"), Sample.NOW)
                : new Pin.Unresolved(typed, typed + " is not in the repository");
    }

    @Override
    public Known<List<String>> names(PackageName name) {
        return Known.of(List.of("deploy-summit", "develop", "tickets/DM-51100", "v16.5.1", "v16.5.0"));
    }

    @Override
    public Drift stand(PackageName name, CommitId commit, CommitId to) {
        return new Drift.Ahead(3);
    }

    @Override
    public Known<TimelineFacts> read() {
        timelineReads++;
        return timeline.get();
    }

    @Override
    public HandoverKeeper.Kept keep(String file, String text) {
        String there = keptTexts.putIfAbsent(file, text);
        return there == null || there.equals(text) ? new Kept.In(file) : new Kept.Taken(file);
    }

    @Override
    public Outcome run(Request request, Consumer<Event.Progress> progress) {
        requests.add(request);
        progress.accept(new Event.Progress("switching", "", 0, 1));
        return outcome.apply(request);
    }

    @Override
    public Permission permission(Verb verb) {
        return permission.apply(verb);
    }

    @Override
    public String typedCommand(Verb verb) {
        return "sudo -u obs_user /usr/lib/obsenv/" + verb.written();
    }
}
