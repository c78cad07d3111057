package org.obsenv.console.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Tag;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.domain.changes.Ticket;
import org.obsenv.domain.changes.TicketRules;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** A review as rows: what the deploy head would bring, what runs beyond the pin, what the pin has alone, the pin. Pure. */
final class ReviewRows {
    private final Words words;
    private final CommitRows rows;
    private final KindTexts kinds;

    ReviewRows(Words words, TicketRules tickets) {
        this.words = words;
        this.rows = new CommitRows(words, tickets);
        this.kinds = new KindTexts(words);
    }

    List<CommitRow> rows(ReviewTarget.Between target, Review review, boolean isRefused, Instant now) {
        List<CommitRow> all = new ArrayList<>();
        boolean comes = coming(target, review, isRefused, now, all);
        RangeHistory between = review.between();
        boolean hasSections = comes || !between.lost().isEmpty();
        if (hasSections && !between.gained().isEmpty()) {
            all.add(CommitRow.note(words.text("review.section.running")));
        }
        between.gained().forEach(each -> all.add(row(CommitRow.Kind.GAINED, "+", each, now)));
        if (!between.lost().isEmpty()) {
            all.add(CommitRow.note(words.text("review.section.lost")));
        }
        between.lost().forEach(each -> all.add(row(CommitRow.Kind.LOST, "−", each, now)));
        cut(between, all);
        rows.pinRow(target.pin(), List.of(new Tag(words.text("review.pin"), Tag.Tone.QUIET)), now)
                .ifPresent(all::add);
        return all;
    }

    private boolean coming(
            ReviewTarget.Between target, Review review, boolean isRefused, Instant now, List<CommitRow> all) {
        return switch (review.coming()) {
            case Known.Unknown<RangeHistory>(String reason) -> {
                all.add(CommitRow.note(words.text("review.coming.unknown", "why", Visible.line(reason))));
                yield true;
            }
            case Known.Value<RangeHistory>(RangeHistory history) -> {
                Optional<CommitId> head = target.coming();
                head.ifPresent(each -> all.add(CommitRow.note(words.text(
                        isRefused ? "review.section.refused" : "review.section.coming",
                        "commit",
                        each.abbreviated()))));
                history.gained().forEach(each -> all.add(row(CommitRow.Kind.GAINED, "+", each, now)));
                if (head.isPresent() && history.gained().isEmpty()) {
                    all.add(CommitRow.note(words.text("review.coming.none")));
                }
                cut(history, all);
                yield head.isPresent();
            }
        };
    }

    private void cut(RangeHistory history, List<CommitRow> all) {
        if (history.cut() > 0) {
            all.add(CommitRow.note(words.count("changes.cut-commits", history.cut())));
        }
    }

    private CommitRow row(CommitRow.Kind kind, String sign, RangeCommit each, Instant now) {
        return rows.row(
                kind, sign, each.summary(), each.ticket().map(Ticket::id), kinds.tags(each), kinds.hint(each), now);
    }
}
