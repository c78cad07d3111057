package org.obsenv.console.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.words.Endings;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts journal entries into words. Pure. */
final class JournalTexts {
    private static final String DONE = "done";
    private static final int NAMED = 3;

    private final Words words;
    private final Times times;

    JournalTexts(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    /** The newest first; what cannot be read stands among its neighbours, as of the time of the one after it. */
    List<JournalRow> rows(List<Known<JournalEntry>> newestFirst, Instant now) {
        List<JournalRow> rows = new ArrayList<>();
        Instant last = now;
        for (Known<JournalEntry> each : newestFirst) {
            JournalRow row =
                    switch (each) {
                        case Known.Value<JournalEntry>(JournalEntry entry) -> row(entry, now);
                        case Known.Unknown<JournalEntry>(String reason) -> unreadable(reason, last);
                    };
            last = row.at();
            rows.add(row);
        }
        return rows;
    }

    private JournalRow unreadable(String reason, Instant at) {
        String why = Visible.line(reason);
        return new JournalRow(
                at,
                words.text("journal.no-time"),
                words.text("journal.act.unreadable"),
                JournalRow.Tone.BAD,
                words.text("journal.did.unreadable", "reason", why),
                "",
                List.of(why));
    }

    private JournalRow row(JournalEntry entry, Instant now) {
        String act = Visible.line(entry.act());
        boolean done = entry.outcome().equals(DONE);
        String key = "journal.act." + act;
        String word = words.has(key) ? words.text(key) : act;
        return new JournalRow(
                entry.at(),
                words.text("time.utc", "time", Times.moment(entry.at(), now)),
                word,
                done ? tone(act) : JournalRow.Tone.BAD,
                text(entry, act, done),
                Visible.line(entry.host()),
                detail(entry));
    }

    private static JournalRow.Tone tone(String act) {
        return switch (act) {
            case "rollback", "switch", "deploy" -> JournalRow.Tone.ROLLBACK;
            case "sync", "resume" -> JournalRow.Tone.PULL;
            case "set-base", "review-base" -> JournalRow.Tone.BASE;
            case "repair" -> JournalRow.Tone.BAD;
            default -> JournalRow.Tone.OTHER;
        };
    }

    private String text(JournalEntry entry, String act, boolean done) {
        List<String> parts = new ArrayList<>();
        String key = "journal.did." + act;
        String moved = moved(entry);
        if (act.equals("sync") && done && !moved.isEmpty()) {
            parts.add(moved);
        } else {
            parts.add(words.text(
                    words.has(key) ? key : "journal.did.other", "who", who(entry), "act", act, "to", to(entry)));
            if (!moved.isEmpty()) {
                parts.add(moved);
            }
        }
        if (!done) {
            String outcome = "journal.outcome." + entry.outcome();
            parts.add(words.has(outcome) ? words.text(outcome) : Visible.line(entry.outcome()));
        }
        entry.reason().ifPresent(why -> parts.add(words.text("journal.reason", "reason", Visible.line(why))));
        return String.join(words.text("separator"), parts);
    }

    private String to(JournalEntry entry) {
        return Visible.line(new Endings().place(entry.to().orElse("")));
    }

    private String who(JournalEntry entry) {
        String actor = Visible.line(entry.actor());
        return entry.initials()
                .map(each -> words.text("journal.initials", "actor", actor, "initials", Visible.line(each)))
                .orElse(actor);
    }

    private String moved(JournalEntry entry) {
        if (entry.movedCount() == 0) {
            return "";
        }
        if (!entry.act().equals("sync") || entry.moved().isEmpty()) {
            return words.count("journal.moved", entry.movedCount());
        }
        return entry.movedCount() == 1 ? move(entry.moved().getFirst()) : pulled(entry);
    }

    /** Which packages the auto-pull took in, a few by name. */
    private String pulled(JournalEntry entry) {
        String names = entry.moved().stream()
                .limit(NAMED)
                .map(each -> each.name().text())
                .collect(Collectors.joining(", "));
        int more = entry.movedCount() - Math.min(NAMED, entry.moved().size());
        return more == 0
                ? words.text("journal.pulled", "n", entry.movedCount(), "names", names)
                : words.text("journal.pulled.more", "n", entry.movedCount(), "names", names, "more", more);
    }

    private String move(PackageMove move) {
        return words.text(
                "journal.move", "name", move.name().text(), "from", short7(move.from()), "to", short7(move.to()));
    }

    private String short7(Optional<CommitId> commit) {
        return commit.map(CommitId::abbreviated).orElseGet(() -> words.text("moved.absent"));
    }

    private List<String> detail(JournalEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text(
                "journal.detail",
                "time",
                times.exact(entry.at()),
                "took",
                times.took(entry.took()),
                "from",
                entry.from().map(Visible::line).orElseGet(() -> words.text("moved.absent")),
                "to",
                entry.to().map(Visible::line).orElseGet(() -> words.text("moved.absent"))));
        entry.moved().forEach(each -> lines.add(move(each)));
        int more = entry.movedCount() - entry.moved().size();
        if (more > 0) {
            lines.add(words.count("journal.more", more));
        }
        entry.note().ifPresent(note -> lines.add(Visible.line(note)));
        return lines;
    }
}
