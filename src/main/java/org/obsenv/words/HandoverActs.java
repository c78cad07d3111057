package org.obsenv.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Mark;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.timeline.KeptOut;

/** What was done in a night, a line an act. Pure. */
final class HandoverActs {
    private static final String DONE = "done";
    private static final int NAMED = 6;

    private final Words words;
    private final HandoverTimes times;
    private final Endings endings = new Endings();

    HandoverActs(Words words, HandoverTimes times) {
        this.words = words;
        this.times = times;
    }

    String line(JournalEntry act) {
        Optional<KeptOut> keptOut = KeptOut.of(act);
        if (keptOut.isPresent()) {
            return refused(act, keptOut.get());
        }
        String key = "act." + act.act();
        String line = words.text(
                words.has(key) ? key : "act.other",
                "time",
                times.clock(act.at()),
                "who",
                who(act.actor(), act.initials()),
                "to",
                Visible.line(endings.place(act.to().orElse(""))),
                "moves",
                moves(act),
                "act",
                Visible.line(act.act()));
        if (act.until().isPresent()) {
            line = words.text(
                    "act.until", "line", line, "end", times.moment(act.until().get()));
        }
        if (!act.outcome().equals(DONE)) {
            String outcome = "act." + act.outcome();
            line = words.has(outcome)
                    ? words.text(outcome, "line", line)
                    : words.text("act.outcome", "line", line, "outcome", Visible.line(act.outcome()));
        }
        return act.reason().isPresent()
                ? words.text(
                        "act.reason",
                        "line",
                        line,
                        "reason",
                        Visible.line(act.reason().get()))
                : line;
    }

    private String refused(JournalEntry act, KeptOut keptOut) {
        return words.text(
                "act.refused",
                "time",
                times.clock(act.at()),
                "move",
                move(keptOut.move()),
                "what",
                Visible.line(keptOut.what()),
                "author",
                Visible.line(keptOut.author()));
    }

    String good(Mark mark) {
        String line = words.text(
                "good.line",
                "time",
                times.clock(mark.at()),
                "n",
                mark.generation().number(),
                "by",
                who(mark.by(), mark.initials()));
        return mark.note()
                .map(note -> words.text("good.note", "line", line, "note", Visible.line(note)))
                .orElse(line);
    }

    String who(String actor, Optional<String> initials) {
        String shown = Visible.line(actor);
        return initials.map(each -> words.text("who.initials", "actor", shown, "initials", Visible.line(each)))
                .orElse(shown);
    }

    private String moves(JournalEntry act) {
        List<PackageMove> moves = act.moved();
        String names = moves.stream().limit(NAMED).map(this::move).collect(Collectors.joining(words.text("comma")));
        int more = act.movedCount() - Math.min(NAMED, moves.size());
        return more > 0 ? words.text("move.more", "names", names, "n", more) : names;
    }

    private String move(PackageMove move) {
        return words.text(
                "move",
                "name",
                move.name().text(),
                "commit",
                move.to().map(CommitId::abbreviated).orElseGet(() -> words.text("absent")));
    }
}
