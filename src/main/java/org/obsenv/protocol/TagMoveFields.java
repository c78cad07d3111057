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
            case TagMove.PutBack(String reason) -> {
                fields.put(MOVE, "put-back");
                fields.put("reason", reason);
            }
            case TagMove.Settle settle -> fields.put(MOVE, "settle");
        }
    }

    static TagMove read(Fields fields) throws YamlProblem {
        return switch (fields.text(MOVE)) {
            case "promote" -> fields.value(RECOMMENDED, "a digest, or none", TagMoveFields::promote);
            case "put-back" -> new TagMove.PutBack(Texts.bounded(fields, "reason", DeedFields.LONGEST_TEXT));
            case "settle" -> new TagMove.Settle();
            default -> throw fields.problem(MOVE, "expected promote, put-back or settle");
        };
    }

    private static Optional<TagMove.Promote> promote(String text) {
        return text.equals(NONE)
                ? Optional.of(new TagMove.Promote(Optional.empty()))
                : DeedFields.digest(text).map(digest -> new TagMove.Promote(Optional.of(digest)));
    }
}
