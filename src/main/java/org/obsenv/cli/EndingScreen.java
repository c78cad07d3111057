package org.obsenv.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Contact;
import org.obsenv.words.Endings;
import org.obsenv.words.Explanation;
import org.obsenv.words.Words;

/** Prints how a verb ended, and what the disk shows of it. */
final class EndingScreen {
    private final Screen screen;
    private final Verb verb;
    private final Words words = Texts.words();
    private final Endings endings = new Endings();

    EndingScreen(Screen screen, Verb verb) {
        this.screen = screen;
        this.verb = verb;
    }

    /** The ending in three sentences, with the way by hand where it was not done. */
    void tell(Outcome outcome, VerbGateway gateway) {
        Explanation ending = endings.explain(outcome, Map.of("verb", verb.written()));
        if (outcome instanceof Outcome.Planned planned) {
            planned.lines().forEach(line -> screen.out().println(screen.foreign(line)));
        }
        boolean isDone = outcome instanceof Outcome.Switched
                || outcome instanceof Outcome.Marked
                || outcome instanceof Outcome.Built;
        boolean isSettled = isDone || (outcome instanceof Outcome.Refused refused && refused.isNothingToDo());
        screen.line(isSettled ? Screen.Style.GOOD : Screen.Style.BAD, screen.foreign(ending.what()));
        screen.out().println(screen.foreign(ending.unchanged()));
        if (!isDone) {
            screen.out().println(screen.foreign(ending.next()));
        }
        if (!isSettled && verb.isTyped()) {
            screen.out().println(words.text("verb.by-hand", "command", gateway.typedCommand(verb)));
        }
        endings.remarks(outcome, verb.written())
                .forEach(remark -> screen.line(Screen.Style.WARNING, screen.foreign(remark)));
        screen.out().flush();
    }

    /** The server switched, and this workstation does not show it so far. */
    void waiting(Instant at, String seconds) {
        screen.line(Screen.Style.WARNING, words.text("verb.waiting", "time", ClockTimes.exact(at), "seconds", seconds));
        screen.out().flush();
    }

    /** What the disk shows of a switch that the helper told of. */
    void found(DiskSearch.Found found, Instant at) {
        String seconds = Long.toString(found.after().toSeconds());
        if (!found.shown()) {
            screen.line(
                    Screen.Style.BAD, words.text("verb.not-seen", "time", ClockTimes.exact(at), "seconds", seconds));
        } else if (found.after().toSeconds() > 0) {
            screen.line(Screen.Style.GOOD, words.text("verb.seen", "seconds", seconds));
        }
        screen.out().println();
    }

    /** Nobody heard how it ended, and the disk does not show it so far. */
    void checking(String seconds) {
        screen.line(Screen.Style.WARNING, words.text("verb.checking", "seconds", seconds));
        screen.out().flush();
    }

    /** What the disk shows of an act whose end was not heard. */
    void found(DiskSearch.Found found) {
        String seconds = Long.toString(found.after().toSeconds());
        screen.line(
                found.shown() ? Screen.Style.GOOD : Screen.Style.BAD,
                words.text(found.shown() ? "verb.done-after-all" : "verb.not-shown", "seconds", seconds));
        screen.out().println();
    }

    void contact(Optional<Contact> contact) {
        contact.ifPresent(known ->
                screen.out().println(words.text("verb.contact", "name", known.name(), "phone", known.phone())));
    }
}
