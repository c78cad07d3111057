package org.obsenv.helper;

import java.io.PrintStream;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.EventDocument;

/** For a console: one YAML document an event. */
record DocumentReporter(PrintStream out) implements Reporter {
    @Override
    public void progress(String step, String subject, int done, int total) {
        tell(new Event.Progress(step, subject, done, total));
    }

    @Override
    public void ended(Outcome outcome) {
        tell(new Event.Ended(outcome));
    }

    private void tell(Event event) {
        out.print(EventDocument.write(event)); // a PrintStream swallows what its reader no longer takes
        out.flush();
    }
}
