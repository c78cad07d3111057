package org.obsenv.protocol;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** A request to {@code signoff} as one YAML document, ended by {@code ...}. */
public final class SignOffRequestDocument {
    /** The verb's written name, and its executable's. */
    public static final String VERB = "signoff";

    /** A tag as registries take it (OCI distribution specification): also fit for the name of a file. */
    private static final String TAG = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";

    private static final String NAME = "request";
    private static final String CANDIDATE = "candidate";
    private static final String RECOMMENDED = "recommended";
    private static final String DESIGNATIONS = "designations";
    private static final String WINDOWS = "windows";
    private static final int LONGEST_HOST = 253;

    private SignOffRequestDocument() {}

    /** Whether it can be a candidate's identity: {@code w_2026_45-1}. */
    public static boolean isCandidate(String text) {
        return text.matches(TAG + "-[1-9][0-9]{0,5}");
    }

    public static boolean isTag(String text) {
        return text.matches(TAG);
    }

    public static byte[] write(SignOffRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verb", VERB);
        switch (request.ask()) {
            case Ask.Propose(String tag, Digest digest, Deed.Proposed deed) -> {
                fields.put("on", "new");
                fields.put("tag", tag);
                fields.put("digest", digest.text());
                DeedFields.put(fields, deed);
            }
            case Ask.OnCandidate(String candidate, Revision saw, Digest digest, Deed deed) -> {
                fields.put("on", CANDIDATE);
                fields.put(CANDIDATE, candidate);
                fields.put("saw", saw(saw));
                fields.put("digest", digest.text());
                DeedFields.put(fields, deed);
            }
            case Ask.MoveTag(String candidate, Revision saw, Digest digest, TagMove move) -> {
                fields.put("on", RECOMMENDED);
                fields.put(CANDIDATE, candidate);
                fields.put("saw", saw(saw));
                fields.put("digest", digest.text());
                TagMoveFields.put(fields, move);
            }
            case Ask.OnDesignations designations -> {
                fields.put("on", DESIGNATIONS);
                DeedFields.put(fields, designations.change());
            }
            case Ask.OnWindows(Revision saw, WindowChange change) -> {
                fields.put("on", WINDOWS);
                fields.put("saw", saw(saw));
                SessionFields.put(fields, change);
            }
        }
        request.host().ifPresent(host -> fields.put("host", host));
        return (YamlWriter.write(fields) + RequestDocument.END).getBytes(StandardCharsets.US_ASCII);
    }

    public static SignOffRequest parse(byte[] bytes) throws YamlProblem {
        Fields fields = StrictYaml.mapping(NAME, bytes, StrictYaml.SMALL);
        fields.value("verb", VERB, text -> Optional.of(text).filter(VERB::equals));
        Ask ask =
                switch (fields.text("on")) {
                    case "new" -> propose(fields);
                    case CANDIDATE -> onCandidate(fields);
                    case RECOMMENDED ->
                        new Ask.MoveTag(
                                candidate(fields),
                                saw(fields.mapping("saw")),
                                digest(fields),
                                TagMoveFields.read(fields));
                    case DESIGNATIONS -> new Ask.OnDesignations(DeedFields.readChange(fields));
                    case WINDOWS -> new Ask.OnWindows(sawWindows(fields.mapping("saw")), SessionFields.read(fields));
                    default ->
                        throw fields.problem("on", "expected new, candidate, recommended, designations or windows");
                };
        Optional<String> host =
                fields.has("host") ? Optional.of(Texts.bounded(fields, "host", LONGEST_HOST)) : Optional.empty();
        fields.end();
        return new SignOffRequest(ask, host);
    }

    private static Ask propose(Fields fields) throws YamlProblem {
        String tag = fields.value(
                "tag", "a tag such as w_2026_45", text -> Optional.of(text).filter(SignOffRequestDocument::isTag));
        Digest digest = digest(fields);
        if (DeedFields.read(fields) instanceof Deed.Proposed proposed) {
            return new Ask.Propose(tag, digest, proposed);
        }
        throw fields.problem(DeedFields.ACT, "expected proposed for a new candidate");
    }

    private static Ask onCandidate(Fields fields) throws YamlProblem {
        String candidate = candidate(fields);
        Revision saw = saw(fields.mapping("saw"));
        Digest digest = digest(fields);
        Deed deed = DeedFields.read(fields);
        if (deed instanceof Deed.Promoted
                || deed instanceof Deed.Returned
                || deed instanceof Deed.PromotionOrdered
                || deed instanceof Deed.ReturnOrdered) {
            throw fields.problem(DeedFields.ACT, "where the recommended tag is, is not recorded on somebody's word");
        }
        return new Ask.OnCandidate(candidate, saw, digest, deed);
    }

    private static String candidate(Fields fields) throws YamlProblem {
        return fields.value(CANDIDATE, "a candidate such as w_2026_45-1", text -> Optional.of(text)
                .filter(SignOffRequestDocument::isCandidate));
    }

    private static Digest digest(Fields fields) throws YamlProblem {
        return fields.value("digest", "sha256: and 64 hexadecimal digits", DeedFields::digest);
    }

    private static Map<String, Object> saw(Revision saw) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", saw.number());
        fields.put("hash", saw.hash());
        return fields;
    }

    private static Revision saw(Fields fields) throws YamlProblem {
        return saw(fields, DeedFields.number(fields, "number"));
    }

    /** A candidate begins with its proposal; of sessions nothing may have been said so far. */
    private static Revision sawWindows(Fields fields) throws YamlProblem {
        return saw(
                fields,
                fields.value(
                        "number",
                        "how many acts there were",
                        text -> text.equals("0") ? Optional.of(0) : Texts.positive(text)));
    }

    private static Revision saw(Fields fields, int number) throws YamlProblem {
        Revision saw = new Revision(number, fields.value("hash", "64 hexadecimal digits", text -> Optional.of(text)
                .filter(Revision::isHash)));
        fields.end();
        return saw;
    }
}
