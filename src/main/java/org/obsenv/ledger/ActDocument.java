package org.obsenv.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.protocol.DeedFields;
import org.obsenv.protocol.SessionFields;
import org.obsenv.protocol.Texts;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** What an act says, as the texts that are sealed. */
public final class ActDocument {
    private static final int LONGEST_ACCOUNT = 64;
    private static final int LONGEST_HOST = 253;

    private ActDocument() {}

    /**
     * Who did it, when and where.
     *
     * @param actor by sudo's word
     * @param host the workstation, as the caller says it
     */
    public record Done(Instant at, String actor, String host) {}

    /** The header of a candidate's document. */
    public static Map<String, String> header(String candidate, ImageTag tag) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("candidate", candidate);
        header.put("tag", tag.text());
        return header;
    }

    /** The header of the document of designations. */
    public static Map<String, String> designations() {
        return Map.of("designations", "who may sign in whose seat");
    }

    /** The header of the document of sessions of maintenance windows. */
    public static Map<String, String> windows() {
        return Map.of("windows", "what was said of single sessions");
    }

    public static Map<String, String> write(int number, Done done, ImageTag tag, Digest digest, Deed deed) {
        Map<String, Object> fields = begun(number, done);
        fields.put("tag", tag.text());
        fields.put("digest", digest.text());
        DeedFields.put(fields, deed);
        return texts(fields);
    }

    public static Map<String, String> write(int number, Done done, DesignationAct.Change change) {
        Map<String, Object> fields = begun(number, done);
        DeedFields.put(fields, change);
        return texts(fields);
    }

    public static Map<String, String> write(int number, Done done, WindowChange change) {
        Map<String, Object> fields = begun(number, done);
        SessionFields.put(fields, change);
        return texts(fields);
    }

    private static Map<String, Object> begun(int number, Done done) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(SealedFields.NUMBER, number);
        fields.put("at", done.at().toString());
        fields.put("actor", done.actor());
        fields.put("host", done.host());
        return fields;
    }

    private static Map<String, String> texts(Map<String, Object> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    /** All acts of a candidate, each of which must be understood. */
    public static Candidate candidate(String id, ChainDocument.Read read) throws YamlProblem {
        ImageTag tag = tag(id, read.chain());
        return new Candidate(id, tag, ChainDocument.all(read, each -> act(tag.text(), each)));
    }

    /** All acts of the document of designations, each of which must be understood. */
    public static List<DesignationAct> designations(ChainDocument.Read read) throws YamlProblem {
        return ChainDocument.all(read, ActDocument::designation);
    }

    /** All acts of the document of sessions, each of which must be understood. */
    public static List<WindowAct> windows(ChainDocument.Read read) throws YamlProblem {
        return ChainDocument.all(read, ActDocument::window);
    }

    /** The tag of a candidate, whose header must be that of its file's name. */
    static ImageTag tag(String id, Chain chain) throws YamlProblem {
        ImageTag tag = ImageTag.parse(chain.header().getOrDefault("tag", ""));
        if (!chain.header().equals(header(id, tag))) {
            throw new YamlProblem(
                    chain.document(),
                    1,
                    "candidate",
                    "expected the keys candidate, " + id + ", and tag, and no others");
        }
        return tag;
    }

    static Act act(String tag, Fields fields) throws YamlProblem {
        int number = number(fields);
        Instant at = Texts.instant(fields, "at");
        String actor = actor(fields);
        fields.value("tag", tag, text -> Optional.of(text).filter(tag::equals));
        Digest digest = fields.value("digest", "a digest", text -> Optional.of(text)
                .filter(Digest::isValid)
                .map(Digest::new));
        Deed deed = DeedFields.read(fields);
        end(fields);
        return new Act(number, at, actor, digest, deed);
    }

    static DesignationAct designation(Fields fields) throws YamlProblem {
        return said(fields, DeedFields::readChange, DesignationAct::new);
    }

    static WindowAct window(Fields fields) throws YamlProblem {
        return said(fields, SessionFields::read, WindowAct::new);
    }

    /** An act with its four parts: those of every document but a candidate's. */
    private interface Making<C, A> {
        A of(int number, Instant at, String actor, C change);
    }

    private static <C, A> A said(Fields fields, ChainDocument.Reading<C> reading, Making<C, A> making)
            throws YamlProblem {
        int number = number(fields);
        Instant at = Texts.instant(fields, "at");
        String actor = actor(fields);
        C change = reading.read(fields);
        end(fields);
        return making.of(number, at, actor, change);
    }

    private static int number(Fields fields) throws YamlProblem {
        return fields.value(SealedFields.NUMBER, "the number of the act", Texts::positive);
    }

    private static String actor(Fields fields) throws YamlProblem {
        Texts.bounded(fields, "host", LONGEST_HOST);
        return Texts.bounded(fields, "actor", LONGEST_ACCOUNT);
    }

    private static void end(Fields fields) throws YamlProblem {
        fields.text(SealedFields.BEFORE);
        fields.text(SealedFields.SEAL);
        fields.end();
    }
}
