package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.timeline.KeptOut;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.layout.JournalDocument;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.protocol.Aim;
import org.obsenv.words.AlarmTexts;
import org.obsenv.words.Words;

/** The journal's side of one act: repaired and begun before it, ended after it. Used only under the switch lock. */
final class ActRecord {
    private static final int LONGEST_TORN = 500;
    private static final int MOST_ALARMS = 20;

    private final Act act;
    private final JournalFile journal;
    private final String id = Unique.id();
    private final Instant began;

    ActRecord(Act act, JournalFile journal) {
        this.act = act;
        this.journal = journal;
        this.began = act.clock().instant();
    }

    /** Tells what earlier verbs could not: a torn entry, an act whose process died. */
    void repair() throws IOException {
        String torn = journal.torn();
        if (!torn.isEmpty()) {
            String shown = torn.substring(0, Math.min(torn.length(), LONGEST_TORN));
            journal.append(entry(
                    Unique.id(),
                    "repair",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "done",
                    Optional.of("an entry was cut short: " + shown)));
        }
        for (JournalEntry begun : journal.unended()) {
            journal.append(interrupted(begun));
        }
    }

    /** Short: its packages follow with the end. */
    void begin(Optional<String> from, String to) throws IOException {
        journal.append(entry(id, verb(), from, Optional.of(to), List.of(), JournalDocument.BEGUN, Optional.empty()));
    }

    void end(Optional<String> from, String to, List<PackageMove> moves, String outcome, Optional<String> note)
            throws IOException {
        journal.append(entry(id, verb(), from, Optional.of(to), moves, outcome, note));
    }

    /** The reason of an act that was done before it was given. */
    void reasonFor(String target) throws IOException {
        Optional<String> link = Optional.of(target);
        journal.append(entry(id, JournalDocument.LATE_REASON, link, link, List.of(), "done", Optional.empty()));
    }

    /** A head that the gate refused: nothing was moved, and it is worth knowing in the morning. */
    void keptOut(PackageMove move, String what, String note) throws IOException {
        JournalEntry entry = entry(
                id,
                KeptOut.REFUSED,
                Optional.empty(),
                Optional.empty(),
                List.of(move),
                KeptOut.REFUSED,
                Optional.of(note));
        journal.append(entry.withReason(what));
    }

    /** Alarms, each told once; of very many the rest is counted. */
    void raised(List<Alarm> alarms) throws IOException {
        AlarmTexts texts = new AlarmTexts();
        List<String> lines = new ArrayList<>();
        alarms.stream().limit(MOST_ALARMS).map(each -> texts.line(each.cause())).forEach(lines::add);
        if (alarms.size() > MOST_ALARMS) {
            lines.add(Words.of("trace").text("raised.more", "n", alarms.size() - MOST_ALARMS));
        }
        for (String line : lines) {
            journal.append(entry(
                    Unique.id(), Alarm.ACT, Optional.empty(), Optional.of(line), List.of(), "done", Optional.empty()));
        }
    }

    private String verb() {
        return act.request().aim() instanceof Aim.LetPass
                ? Aim.LetPass.ACT
                : act.request().verb().written();
    }

    private JournalEntry entry(
            String entryId,
            String what,
            Optional<String> from,
            Optional<String> to,
            List<PackageMove> moves,
            String outcome,
            Optional<String> note) {
        return new JournalEntry(
                entryId,
                began,
                what,
                act.caller().account(),
                act.request().initials(),
                act.request().host().orElse(act.host()),
                from,
                to,
                moves.size(),
                moves.subList(0, Math.min(moves.size(), Outcome.MOVES_SHOWN)),
                act.request().reason(),
                Duration.between(began, act.clock().instant()),
                outcome,
                note,
                act.request().until());
    }

    private JournalEntry interrupted(JournalEntry begun) throws IOException {
        LayoutPaths paths = act.paths();
        List<String> now = new ArrayList<>();
        for (Path link : List.of(paths.current(), paths.deploy(), paths.base())) {
            now.add(link.getFileName() + " named " + Links.text(link).orElse("nothing"));
        }
        return new JournalEntry(
                begun.id(),
                begun.at(),
                begun.act(),
                begun.actor(),
                begun.initials(),
                begun.host(),
                begun.from(),
                begun.to(),
                begun.movedCount(),
                begun.moved(),
                begun.reason(),
                Duration.ZERO,
                "interrupted",
                Optional.of("its process ended before its record; afterwards " + String.join(", ", now)),
                begun.until());
    }
}
