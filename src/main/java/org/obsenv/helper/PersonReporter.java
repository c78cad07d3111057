package org.obsenv.helper;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;
import org.obsenv.words.Endings;
import org.obsenv.words.Explanation;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** For a person at a terminal: plain lines. */
final class PersonReporter implements Reporter {
    private final PrintStream out;
    private final Endings endings = new Endings();
    private final Words words = Words.of("endings");
    private final String verb;
    private final Function<Site, String> typed;
    private Optional<Site> site = Optional.empty();

    PersonReporter(PrintStream out, Verb verb) {
        this(
                out,
                verb.written(),
                site -> verb.isTyped() ? site.typedCommand(verb.written()) : "obsenv " + verb.written());
    }

    /** {@code typed}: the command that a person types to do it by hand. */
    PersonReporter(PrintStream out, String verb, Function<Site, String> typed) {
        this.out = out;
        this.verb = verb;
        this.typed = typed;
    }

    @Override
    public void progress(String step, String subject, int done, int total) {
        say(words.text("step." + step, "subject", subject, "done", done, "total", total));
    }

    @Override
    public void ended(Outcome outcome) {
        Explanation explanation = endings.explain(outcome, Map.of("verb", verb));
        if (outcome instanceof Outcome.Planned planned) {
            planned.lines().forEach(this::say);
        }
        say(explanation.what());
        endings.remarks(outcome, verb).forEach(this::say);
        say(explanation.unchanged());
        say(explanation.next());
        if (isTrouble(outcome)) {
            site.ifPresent(this::help);
        }
    }

    private static boolean isTrouble(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> !refused.isNothingToDo();
            case Outcome.Failed failed -> true;
            case Outcome.Unsettled unsettled -> true;
            case Outcome.Unheard unheard -> true;
            case Outcome.Switched switched -> false;
            case Outcome.Built built -> false;
            case Outcome.Marked marked -> false;
            case Outcome.Planned planned -> false;
            case Outcome.Pruned pruned -> false;
            case Outcome.Recorded recorded -> false;
        };
    }

    @Override
    public void site(Site known) {
        site = Optional.of(known);
    }

    private void help(Site known) {
        say(words.text("by-hand", "command", typed.apply(known)));
        known.contact().ifPresent(each -> say(words.text("contact", "name", each.name(), "phone", each.phone())));
    }

    private void say(String line) {
        out.println(Visible.of(line));
        out.flush();
    }
}
