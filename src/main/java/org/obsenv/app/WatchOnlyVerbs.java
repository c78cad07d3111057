package org.obsenv.app;

import java.util.Map;
import java.util.function.Consumer;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.words.Words;

/** A directory of plain clones has no verbs: every one is refused, and says why. */
final class WatchOnlyVerbs implements VerbGateway {
    private final String reason = Words.of("app").text("watch-only");

    @Override
    public Outcome run(Request request, Consumer<Event.Progress> progress) {
        return new Outcome.Refused(Refusal.NOT_PERMITTED, Map.of("problem", reason));
    }

    @Override
    public Permission permission(Verb verb) {
        return new Permission.Denied(reason);
    }

    @Override
    public String typedCommand(Verb verb) {
        return reason;
    }
}
