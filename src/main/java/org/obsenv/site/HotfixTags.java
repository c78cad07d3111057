package org.obsenv.site;

import java.util.Optional;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** Where the tags go that name hot-fixes: always into the shared repository, and further where the site says so. */
public enum HotfixTags {
    KEEP,
    PUSH;

    private static final String KEY = "hotfix-tags";

    static HotfixTags of(Fields fields, HotfixTags otherwise) throws YamlProblem {
        return fields.optionalValue(KEY, "keep or push", text -> switch (text) {
                    case "keep" -> Optional.of(KEEP);
                    case "push" -> Optional.of(PUSH);
                    default -> Optional.empty();
                })
                .orElse(otherwise);
    }
}
