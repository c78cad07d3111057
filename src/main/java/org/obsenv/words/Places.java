package org.obsenv.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the layout's links name, as a person says it. */
final class Places {
    private static final Pattern GENERATION = Pattern.compile("(?:generations/)?0*([1-9][0-9]{0,5})");
    private static final String DEPLOY = "deploy";

    private final Words words;

    Places(Words words) {
        this.words = words;
    }

    /** A link's text, e.g. {@code generations/000002}; {@code base} when it is known to be base's. */
    String of(String link, boolean base) {
        Matcher generation = GENERATION.matcher(link);
        if (generation.matches()) {
            return words.text(base ? "place.base" : "place.generation", "n", generation.group(1));
        }
        return link.equals(DEPLOY) ? words.text("place.deploy") : link;
    }
}
