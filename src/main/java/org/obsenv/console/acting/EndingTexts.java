package org.obsenv.console.acting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.obsenv.console.support.Times;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Deployed;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Contact;
import org.obsenv.words.Endings;
import org.obsenv.words.Explanation;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts an ending that changed nothing, or was not heard, into words. Pure. */
public final class EndingTexts {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/=+-]+");

    private final Words words;
    private final Endings endings = new Endings();
    private final VerbGateway gateway;
    private final Optional<Contact> contact;

    /** @param gateway only for {@link VerbGateway#typedCommand}, which neither blocks nor acts */
    public EndingTexts(Words words, VerbGateway gateway, Optional<Contact> contact) {
        this.words = words;
        this.gateway = gateway;
        this.contact = contact;
    }

    public EndingWords of(Ending ending) {
        String verb = ending.verb().written();
        Explanation raw = endings.explain(ending.outcome(), Map.of("verb", verb));
        Explanation explanation =
                new Explanation(Visible.line(raw.what()), Visible.line(raw.unchanged()), Visible.line(raw.next()));
        String disk = disk(ending);
        String called = contact.map(each -> words.text("ending.contact", "name", each.name(), "phone", each.phone()))
                .orElse("");
        String command = command(ending.request());
        List<String> lines = new ArrayList<>();
        lines.add(words.text(
                "ending.report",
                "verb",
                verb,
                "actor",
                ending.actor(),
                "time",
                new Times(words).exact(ending.heardAt())));
        lines.addAll(List.of(explanation.what(), disk, explanation.unchanged(), explanation.next(), called));
        lines.add(words.text("ending.by-hand") + " " + command);
        lines.removeIf(String::isEmpty);
        return new EndingWords(
                tone(ending.outcome()), explanation, disk, called, command, String.join("\n", lines) + "\n");
    }

    /** What a person types to do the same by hand. */
    private String command(Request request) {
        return switch (request.aim()) {
            case Aim.LetPass(PackageName name, var commit) -> words.text("ending.command.let-pass", "package", name);
            case Aim.Deploy(List<Deployed> packages, var until) ->
                words.text(
                        "ending.command.deploy",
                        "packages",
                        packages.stream()
                                .map(each -> typed(each.name() + "=" + each.revision()))
                                .collect(Collectors.joining(" ")));
            case Aim.Generation generation ->
                words.text("ending.command", "verb", request.verb().written());
            case Aim.None none -> gateway.typedCommand(request.verb());
            case Aim.Marked marked -> gateway.typedCommand(request.verb());
            case Aim.Planned planned -> gateway.typedCommand(request.verb());
            case Aim.Acknowledge(String alarm, var raised) -> words.text("ending.command.acknowledge", "alarm", alarm);
            case Aim.Reviewed reviewed -> gateway.typedCommand(request.verb());
            case Aim.SetBase base -> words.text("ending.command.base");
            case Aim.Csc csc ->
                words.text("ending.command", "verb", request.verb().written());
        };
    }

    /** One word to a shell, whatever it holds: a branch's name may be anybody's. */
    private static String typed(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static EndingWords.Tone tone(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Switched switched -> EndingWords.Tone.DONE;
            case Outcome.Built built -> built.notes().isEmpty() ? EndingWords.Tone.DONE : EndingWords.Tone.NOTED;
            case Outcome.Marked marked -> EndingWords.Tone.DONE;
            case Outcome.Planned planned -> EndingWords.Tone.DONE;
            case Outcome.Pruned pruned -> EndingWords.Tone.DONE;
            case Outcome.Recorded recorded -> EndingWords.Tone.DONE;
            case Outcome.Unsettled unsettled -> EndingWords.Tone.NOT_DONE;
            case Outcome.Refused refused -> EndingWords.Tone.NOT_DONE;
            case Outcome.Failed failed -> EndingWords.Tone.NOT_DONE;
            case Outcome.Unheard unheard ->
                unheard.reason() == Outcome.Unheard.Reason.NOT_STARTED
                        ? EndingWords.Tone.NOT_DONE
                        : EndingWords.Tone.UNKNOWN;
        };
    }

    private String disk(Ending ending) {
        return switch (ending.sighting()) {
            case Sighting.NotSought none -> remarks(ending);
            case Sighting.Waiting waiting -> words.text("ending.disk.waiting");
            case Sighting.Seen(EnvironmentReading reading, var at) ->
                (remarks(ending) + "\n" + words.text("ending.disk.seen", "time", Times.clock(at))).strip();
            case Sighting.NotSeen(var after) -> words.text("ending.disk.not-seen", "seconds", after.toSeconds());
        };
    }

    /** A build names the packages that it could not bring, and the list that it wrote. */
    private String remarks(Ending ending) {
        return ending.outcome() instanceof Outcome.Built
                ? endings.remarks(ending.outcome(), ending.verb().written()).stream()
                        .map(Visible::line)
                        .collect(Collectors.joining("\n"))
                : "";
    }
}
