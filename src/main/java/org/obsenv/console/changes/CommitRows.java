package org.obsenv.console.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Pin;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts commits between a pin and another commit into words. Pure. */
final class CommitRows {
    // The trackers in use at the observatory; BLOCK-T569 is a ticket too.
    private static final Pattern TICKET =
            Pattern.compile("\\b(?:DM|OSW|RSO|SITCOM|BLOCK|CAP|SUMMIT|OBS|TSS|LOVE|RFC)-T?[0-9]+\\b");

    private final Words words;
    private final Times times;

    CommitRows(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    List<CommitRow> rows(CommitRange range, Pin pin, Instant now) {
        List<CommitRow> rows = new ArrayList<>();
        range.gained().forEach(each -> rows.add(row(CommitRow.Kind.GAINED, "+", each, now)));
        range.lost().forEach(each -> rows.add(row(CommitRow.Kind.LOST, "−", each, now)));
        if (range.cut() > 0) {
            rows.add(note(words.count("changes.cut-commits", range.cut())));
        }
        pinRow(pin, now).ifPresent(rows::add);
        return rows;
    }

    private CommitRow row(CommitRow.Kind kind, String sign, CommitSummary each, Instant now) {
        Matcher ticket = TICKET.matcher(each.subject());
        return new CommitRow(
                kind,
                sign,
                each.id().abbreviated(),
                Optional.of(each.id()),
                Visible.line(each.subject()),
                Visible.line(each.author()),
                ticket.find() ? Optional.of(ticket.group()) : Optional.empty(),
                times.age(each.at(), now),
                words.text("changes.exact", "commit", each.id(), "time", times.exact(each.at())));
    }

    private Optional<CommitRow> pinRow(Pin pin, Instant now) {
        return switch (pin) {
            case Pin.Resolved resolved ->
                Optional.of(pinRow(
                        words.text("changes.pin." + kind(resolved.kind()), "name", Visible.line(resolved.name())),
                        resolved.commit(),
                        resolved.committedAt(),
                        now));
            case Pin.Kept kept ->
                Optional.of(pinRow(words.text("changes.pin.kept"), kept.commit(), kept.committedAt(), now));
            case Pin.Unresolved unresolved -> Optional.empty();
            case Pin.Absent absent -> Optional.empty();
            case Pin.Unknown unknown -> Optional.empty();
        };
    }

    private static String kind(Pin.Kind kind) {
        return switch (kind) {
            case TAG -> "tag";
            case COMMIT -> "commit";
            case BRANCH -> "branch";
        };
    }

    private CommitRow pinRow(String text, CommitId commit, Instant at, Instant now) {
        return new CommitRow(
                CommitRow.Kind.PIN,
                "",
                commit.abbreviated(),
                Optional.of(commit),
                text,
                "",
                Optional.empty(),
                times.age(at, now),
                words.text("changes.exact", "commit", commit, "time", times.exact(at)));
    }

    private static CommitRow note(String text) {
        return new CommitRow(CommitRow.Kind.NOTE, "", "", Optional.empty(), text, "", Optional.empty(), "", "");
    }
}
