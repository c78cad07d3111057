package org.obsenv.protocol;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.SwitchToken;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** A request as one YAML document, ended by {@code ...} so that its reader need not wait for the end of input. */
public final class RequestDocument {
    /** The line that ends a request. */
    public static final String END = "...\n";

    private static final String NAME = "request";
    private static final String GOOD = "good";
    private static final String NO_MARK = "none";
    private static final String LET_PASS = "let-pass";
    private static final int LONGEST_TEXT = 1000;

    private RequestDocument() {}

    public static byte[] write(Request request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verb", request.verb().written());
        switch (request.saw()) {
            case Saw.Nothing nothing -> {}
            case Saw.Base base -> fields.put("saw-base", base.generation().written());
            case Saw.HeldAtBase held -> fields.put("saw-held", "base");
            case Saw.Current current -> fields.put("saw-current", token(current.token()));
        }
        switch (request.aim()) {
            case Aim.None none -> {}
            case Aim.Generation(GenerationId id, var until) -> fields.put("generation", id.written());
            case Aim.Marked(GenerationId id, boolean isGood) -> {
                fields.put("generation", id.written());
                fields.put("mark", isGood ? GOOD : NO_MARK);
            }
            case Aim.Csc csc -> CscFields.write(fields, csc);
            case Aim.Acknowledge(String alarm, Instant raised) -> {
                fields.put("alarm", alarm);
                fields.put("raised", raised.toString());
            }
            case Aim.Deploy(List<Deployed> packages, var until) -> DeployFields.write(fields, packages);
            case Aim.Planned planned -> {
                planned.plan().ifPresent(plan -> fields.put("plan", plan));
                if (!planned.oldClones().isEmpty()) {
                    fields.put("old-clones", planned.oldClones());
                }
            }
            case Aim.SetBase base -> BaseFields.write(fields, base);
            case Aim.Reviewed reviewed -> BaseFields.write(fields, reviewed);
            case Aim.LetPass(PackageName name, CommitId commit) -> {
                fields.put("package", name.text());
                fields.put(LET_PASS, commit.hex());
            }
        }
        request.until().ifPresent(until -> fields.put("until", until.toString()));
        request.reason().ifPresent(reason -> fields.put("reason", reason));
        request.initials().ifPresent(initials -> fields.put("initials", initials));
        request.host().ifPresent(host -> fields.put("host", host));
        return (YamlWriter.write(fields) + END).getBytes(StandardCharsets.US_ASCII);
    }

    /** Parses a request for the verb that was started; one for another verb is a complaint. */
    public static Request parse(Verb started, byte[] bytes) throws YamlProblem {
        Fields fields = StrictYaml.mapping(NAME, bytes, StrictYaml.SMALL);
        Verb verb =
                fields.value("verb", started.written(), text -> Verb.parse(text).filter(started::equals));
        Request request = new Request(
                verb,
                saw(fields),
                aim(verb, fields),
                bounded(fields, "reason"),
                bounded(fields, "initials"),
                bounded(fields, "host"));
        fields.end();
        if (verb == Verb.DEPLOY
                && request.reason().filter(text -> !text.isBlank()).isEmpty()) {
            throw fields.problem("reason", "missing; say why");
        }
        return request;
    }

    private static Saw saw(Fields fields) throws YamlProblem {
        Optional<GenerationId> base =
                fields.optionalValue("saw-base", "a generation of six digits", GenerationId::parse);
        Optional<Fields> current = fields.optionalMapping("saw-current");
        Optional<Saw> held = fields.optionalValue(
                "saw-held", "base", text -> text.equals("base") ? Optional.of(new Saw.HeldAtBase()) : Optional.empty());
        if (Stream.of(base, current, held).filter(Optional::isPresent).count() > 1) {
            throw fields.problem("saw-current", "expected only one of saw-base, saw-current and saw-held");
        }
        if (held.isPresent()) {
            return held.get();
        }
        if (current.isPresent()) {
            return new Saw.Current(token(current.get()));
        }
        return base.<Saw>map(Saw.Base::new).orElseGet(Saw.Nothing::new);
    }

    private static Aim aim(Verb verb, Fields fields) throws YamlProblem {
        return switch (verb) {
            case SWITCH -> new Aim.Generation(generation(fields), until(fields));
            case CSC -> CscFields.parse(fields, until(fields));
            case ACKNOWLEDGE ->
                new Aim.Acknowledge(
                        fields.value("alarm", "twelve digits", RequestDocument::alarm),
                        fields.value("raised", "an instant", RequestDocument::instant));
            case DEPLOY -> new Aim.Deploy(DeployFields.parse(fields), until(fields));
            case MARK ->
                new Aim.Marked(generation(fields), fields.value("mark", "good or none", RequestDocument::mark));
            case PRUNE, ADOPT -> new Aim.Planned(bounded(fields, "plan"), fields.texts("old-clones"));
            case SYNC -> letPass(fields);
            case SET_BASE -> BaseFields.setBase(fields);
            case REVIEW_BASE -> BaseFields.reviewed(fields);
            case ROLLBACK, RESUME, SETUP -> new Aim.None();
        };
    }

    private static Optional<Instant> until(Fields fields) throws YamlProblem {
        return fields.optionalValue("until", "an instant", RequestDocument::instant);
    }

    private static Aim letPass(Fields fields) throws YamlProblem {
        if (!fields.has(LET_PASS)) {
            return new Aim.None();
        }
        return new Aim.LetPass(
                fields.value(
                        "package",
                        "a package name",
                        text -> PackageName.isValid(text) ? Optional.of(new PackageName(text)) : Optional.empty()),
                fields.value(
                        LET_PASS,
                        "a commit of forty digits",
                        text -> CommitId.isFull(text) ? Optional.of(new CommitId(text)) : Optional.empty()));
    }

    private static GenerationId generation(Fields fields) throws YamlProblem {
        return fields.value("generation", "a generation of six digits", GenerationId::parse);
    }

    private static Optional<String> alarm(String text) {
        return text.matches("[0-9a-f]{12}") ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Boolean> mark(String text) {
        return switch (text) {
            case GOOD -> Optional.of(true);
            case NO_MARK -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> token(SwitchToken token) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("target", token.target());
        fields.put("inode", Long.toString(token.inode()));
        fields.put("changed", token.changed().toString());
        return fields;
    }

    private static SwitchToken token(Fields fields) throws YamlProblem {
        SwitchToken token = new SwitchToken(
                fields.text("target"),
                fields.value("inode", "an inode number", RequestDocument::number),
                fields.value("changed", "an instant", RequestDocument::instant));
        fields.end();
        return token;
    }

    private static Optional<String> bounded(Fields fields, String key) throws YamlProblem {
        return fields.optionalValue(
                key,
                "at most " + LONGEST_TEXT + " characters",
                text -> text.length() <= LONGEST_TEXT ? Optional.of(text) : Optional.empty());
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
