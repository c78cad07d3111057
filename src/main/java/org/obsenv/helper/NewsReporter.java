package org.obsenv.helper;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Endings;
import org.obsenv.words.Visible;

/** For the log of an auto-pull that nobody watches: a line for a pass that did something, none for the others. */
final class NewsReporter implements Reporter {
    private final PrintStream out;
    private final InstantSource clock;
    private final boolean keepsOn;
    private final Endings endings = new Endings();
    private String last;

    /** {@code keepsOn}: of many passes that it is told of, one that ends as the one before is no news. */
    NewsReporter(PrintStream out, InstantSource clock, boolean keepsOn) {
        this.out = out;
        this.clock = clock;
        this.keepsOn = keepsOn;
        this.last = line(new Outcome.Built(Optional.empty(), clock.instant(), Duration.ZERO, 0, List.of()));
    }

    @Override
    public void progress(String step, String subject, int done, int total) {}

    @Override
    public void ended(Outcome outcome) {
        String line = line(outcome);
        boolean isNew = !line.equals(last);
        last = line;
        boolean isTold = keepsOn ? isNew || isBuilt(outcome) : isBuilt(outcome) || !(outcome instanceof Outcome.Built);
        if (isTold) {
            out.println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + Visible.of(line));
            out.flush();
        }
    }

    private static boolean isBuilt(Outcome outcome) {
        return outcome instanceof Outcome.Built built && built.generation().isPresent();
    }

    private String line(Outcome outcome) {
        List<String> texts = new ArrayList<>();
        texts.add(endings.explain(outcome, Map.of("verb", Verb.SYNC.written())).what());
        texts.addAll(endings.remarks(outcome, Verb.SYNC.written()));
        return String.join(" ", texts);
    }
}
