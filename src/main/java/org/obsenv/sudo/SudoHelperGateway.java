package org.obsenv.sudo;

import java.time.Duration;
import java.util.function.Consumer;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Site;

/** Runs verbs by the site's launch words: through sudo, through ssh and sudo, or directly. */
public final class SudoHelperGateway implements VerbGateway {
    // A clone of a large package says nothing for minutes, and nobody stands in the dark waiting for it.
    private static final Duration BUILDING = Duration.ofMinutes(15);

    private final Site site;
    private final Duration silence;

    /** {@code silence}: how long a switching verb may say nothing before its end counts as unheard. */
    public SudoHelperGateway(Site site, Duration silence) {
        this.site = site;
        this.silence = silence;
    }

    @Override
    public Outcome run(Request request, Consumer<Event.Progress> progress) {
        return process(request.verb()).run(RequestDocument.write(request), progress, patience(request.verb()));
    }

    @Override
    public Permission permission(Verb verb) {
        return process(verb).permission();
    }

    private VerbProcess process(Verb verb) {
        return new VerbProcess(
                verb.written(), site.command(verb.written()), site.launch(), silence, new Asking.AtTerminal());
    }

    @Override
    public String typedCommand(Verb verb) {
        return site.typedCommand(verb.written());
    }

    private Duration patience(Verb verb) {
        return verb.builds() ? BUILDING : silence;
    }
}
