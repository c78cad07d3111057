package org.obsenv.protocol;

import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** A move of the recommended tag, as plain keys and texts. */
final class TagMoveFields {
    private static final String MOVE = "move";
    private static final String RECOMMENDED = "recommended";
    private static final String NONE = "none";

    private TagMoveFields() {}

    static void put(Map<String, Object> fields, TagMove move) {
        switch (move) {
            case TagMove.Promote(Optional<Digest> recommended) -> {
                fields.put(MOVE, "promote");
                fields.put(RECOMMENDED, recommended.map(Digest::text).orElse(NONE));
            }
            case TagMove.Return(String reason) -> {
                fields.put(MOVE, "return");
                fields.put("reason", reason);
            }
            case TagMove.Verify verify -> fields.put(MOVE, "verify");
        }
    }

    static TagMove read(Fields fields) throws YamlProblem {
        return switch (fields.text(MOVE)) {
            case "promote" -> fields.value(RECOMMENDED, "a digest, or none", TagMoveFields::promote);
            case "return" -> new TagMove.Return(Texts.bounded(fields, "reason", DeedFields.LONGEST_TEXT));
            case "verify" -> new TagMove.Verify();
            default -> throw fields.problem(MOVE, "expected promote, return or verify");
        };
    }

    private static Optional<TagMove.Promote> promote(String text) {
        return text.equals(NONE)
                ? Optional.of(new TagMove.Promote(Optional.empty()))
                : DeedFields.digest(text).map(digest -> new TagMove.Promote(Optional.of(digest)));
    }
}
