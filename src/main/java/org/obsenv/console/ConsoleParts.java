package org.obsenv.console;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.base.BaseParts;
import org.obsenv.console.signoff.SignOffParts;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CscReader;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.JournalReader;
import org.obsenv.domain.RevisionReader;
import org.obsenv.domain.changes.HistoryReader;
import org.obsenv.domain.changes.ViewedFiles;
import org.obsenv.domain.handover.HandoverKeeper;
import org.obsenv.domain.notebooks.NotebooksGateway;
import org.obsenv.domain.timeline.TimelineReader;
import org.obsenv.domain.trace.AlarmReader;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Site;

/**
 * Everything the console is made of. The console closes the reader when its window closes.
 *
 * @param actor the account of this session, as the person knows it; what counts is what sudo proves
 * @param workstation this machine's name, for the journal
 * @param extras actions of a menu of its own, such as the demo's; usually none
 * @param signOff the sign-off page's ports; empty on a site without one
 * @param timeline reads what ran when; empty where nothing is switched
 * @param testing there when the timeline is
 * @param handovers keeps the text of a handover
 * @param notebooks the person's own; empty where there is no base to put them at
 * @param base reads the base list; empty where nothing is switched
 */
public record ConsoleParts(
        Site site,
        EnvironmentReader environment,
        ChangeReader changes,
        Reviewing reviewing,
        JournalReader journal,
        VerbGateway verbs,
        InstantSource clock,
        String actor,
        String workstation,
        List<Extra> extras,
        Optional<SignOffParts> signOff,
        Optional<TimelineReader> timeline,
        Optional<NotebooksGateway> notebooks,
        Optional<Testing> testing,
        HandoverKeeper handovers,
        Optional<BaseParts> base) {
    public ConsoleParts {
        extras = List.copyOf(extras);
    }

    /** What a review reads, and what it remembers for this person. */
    public record Reviewing(HistoryReader histories, ViewedFiles viewed) {}

    /** What a site reads beside the environment: names of revisions, the CSCs under test, the alarms. */
    public record Testing(RevisionReader revisions, CscReader cscs, AlarmReader alarms) {}

    /** One action of the extra menu; it runs in the background and may block. */
    public record Extra(String label, Runnable action) {}
}
