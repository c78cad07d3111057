package org.obsenv.helper;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.site.Contact;
import org.obsenv.words.Endings;
import org.obsenv.words.Explanation;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** For a person at a terminal: plain lines. */
final class PersonReporter implements Reporter {
    private final PrintStream out;
    private final Map<String, String> known;
    private final Endings endings = new Endings();
    private final Words words = Words.of("endings");
    private Optional<Contact> contact = Optional.empty();

    /** {@code known} fills places that an outcome's own facts do not, such as the contact. */
    PersonReporter(PrintStream out, Map<String, String> known) {
        this.out = out;
        this.known = known;
    }

    @Override
    public void progress(String step, String subject, int done, int total) {
        say(words.text("step." + step, "subject", subject, "done", done, "total", total));
    }

    @Override
    public void ended(Outcome outcome) {
        Explanation explanation = endings.explain(outcome, known);
        say(explanation.what());
        endings.remarks(outcome).forEach(this::say);
        say(explanation.unchanged());
        say(explanation.next());
        if (isTrouble(outcome)) {
            contact.ifPresent(each -> say(words.text("contact", "name", each.name(), "phone", each.phone())));
        }
    }

    private static boolean isTrouble(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> !refused.isNothingToDo();
            case Outcome.Failed failed -> true;
            case Outcome.Unheard unheard -> true;
            case Outcome.Switched switched -> false;
            case Outcome.Built built -> false;
        };
    }

    @Override
    public void contact(Contact known) {
        contact = Optional.of(known);
    }

    private void say(String line) {
        out.println(Visible.of(line));
        out.flush();
    }
}
