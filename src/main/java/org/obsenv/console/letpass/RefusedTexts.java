package org.obsenv.console.letpass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GateRefusal;
import org.obsenv.domain.PackageReading;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Reads a refused head out of a package's reading. Pure. */
final class RefusedTexts {
    /** What follows is in the log; nobody reads more than that beside a diff. */
    private static final int MOST_LINES = 4;

    private final Words words;
    private final Times times;

    RefusedTexts(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    /** The refused head; empty where there is none, or which it is cannot be read. */
    Optional<RefusedHead> of(PackageReading reading, Instant now) {
        return reading.flags().contains(Flag.REFUSED)
                ? reading.deployHead()
                        .found()
                        // Where the branch has no commit, what came last stays the head, and that runs.
                        .filter(commit -> !reading.running().found().equals(Optional.of(commit)))
                        .map(commit -> head(reading, commit, now))
                : Optional.empty();
    }

    private RefusedHead head(PackageReading reading, CommitId commit, Instant now) {
        Optional<GateRefusal> refusal = reading.refusal();
        List<String> lines =
                refusal
                        .map(GateRefusal::lines)
                        .orElseGet(() -> reading.reason().stream().toList())
                        .stream()
                        .map(Visible::line)
                        .filter(each -> !each.isBlank())
                        .limit(MOST_LINES)
                        .toList();
        return new RefusedHead(
                reading.name(),
                commit,
                // Without a verdict nothing could be found out, and the reason says why.
                refusal.map(each -> Visible.line(each.what())).orElseGet(() -> words.text("let-pass.unjudged")),
                commitLine(reading, commit, now),
                lines,
                refusal.filter(each -> !each.canPass()).map(each -> words.text("let-pass.barred")));
    }

    private String commitLine(PackageReading reading, CommitId commit, Instant now) {
        Optional<CommitSummary> summary =
                reading.lastChange().found().filter(each -> each.id().equals(commit));
        List<String> parts = new ArrayList<>();
        summary.ifPresent(each -> parts.add(Visible.line(each.subject())));
        summary.map(CommitSummary::author)
                .or(() -> reading.refusal().map(GateRefusal::author))
                .ifPresent(each -> parts.add(Visible.line(each)));
        summary.ifPresent(each -> parts.add(times.age(each.at(), now)));
        return String.join(words.text("separator"), parts);
    }
}
