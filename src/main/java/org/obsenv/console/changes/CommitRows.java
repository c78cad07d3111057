package org.obsenv.console.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Tag;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Pin;
import org.obsenv.domain.changes.TicketRules;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts commits between a pin and another commit into words. Pure. */
final class CommitRows {
    private final Words words;
    private final Times times;
    private final TicketRules tickets;

    CommitRows(Words words, TicketRules tickets) {
        this.words = words;
        this.times = new Times(words);
        this.tickets = tickets;
    }

    List<CommitRow> rows(CommitRange range, Pin pin, Instant now) {
        List<CommitRow> rows = new ArrayList<>();
        range.gained().forEach(each -> rows.add(row(CommitRow.Kind.GAINED, "+", each, now)));
        range.lost().forEach(each -> rows.add(row(CommitRow.Kind.LOST, "−", each, now)));
        if (range.cut() > 0) {
            rows.add(CommitRow.note(words.count("changes.cut-commits", range.cut())));
        }
        pinRow(pin, List.of(), now).ifPresent(rows::add);
        return rows;
    }

    private CommitRow row(CommitRow.Kind kind, String sign, CommitSummary each, Instant now) {
        return row(kind, sign, each, tickets.find(each.subject()), List.of(), "", now);
    }

    /** @param more further lines of the hint */
    CommitRow row(
            CommitRow.Kind kind,
            String sign,
            CommitSummary each,
            Optional<String> ticket,
            List<Tag> tags,
            String more,
            Instant now) {
        return new CommitRow(
                kind,
                sign,
                each.id().abbreviated(),
                Optional.of(each.id()),
                Visible.line(each.subject()),
                Visible.line(each.author()),
                ticket,
                tags,
                times.age(each.at(), now),
                words.text("changes.exact", "commit", each.id(), "time", times.exact(each.at())) + more);
    }

    Optional<CommitRow> pinRow(Pin pin, List<Tag> tags, Instant now) {
        return switch (pin) {
            case Pin.Resolved resolved ->
                Optional.of(pinRow(
                        words.text("changes.pin." + kind(resolved.kind()), "name", Visible.line(resolved.name())),
                        resolved.commit(),
                        tags,
                        resolved.committedAt(),
                        now));
            case Pin.Kept kept ->
                Optional.of(pinRow(words.text("changes.pin.kept"), kept.commit(), tags, kept.committedAt(), now));
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

    private CommitRow pinRow(String text, CommitId commit, List<Tag> tags, Instant at, Instant now) {
        return new CommitRow(
                CommitRow.Kind.PIN,
                "",
                commit.abbreviated(),
                Optional.of(commit),
                text,
                "",
                Optional.empty(),
                tags,
                times.age(at, now),
                words.text("changes.exact", "commit", commit, "time", times.exact(at)));
    }
}
