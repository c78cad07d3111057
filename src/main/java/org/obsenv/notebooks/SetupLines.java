package org.obsenv.notebooks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.layout.PinnedSetup;

/**
 * The text of a {@code .user_setups} that sources base's setup file. It tells what was there before, so that undoing
 * needs no record elsewhere. Pure.
 *
 * @param baseSetup base's setup file, by the link {@code base}
 */
record SetupLines(Path baseSetup) {
    private static final Pattern BEFORE = Pattern.compile("# Before: ~/(user_setups\\.[0-9TZ]+(?:-[0-9]+)?)");
    private static final String HEAD =
            "# The base environment, whatever runs. Written by the observing environment console.";
    private static final String NOTHING_BEFORE = "# Before: nothing.";

    /** @param kept the name, in the home directory, of what was there before */
    String write(Optional<String> kept) {
        String before = kept.map(name -> "# Before: ~/" + name).orElse(NOTHING_BEFORE);
        return HEAD + "\n" + before + "\n" + sourcing() + "\n";
    }

    private String sourcing() {
        return "source " + PinnedSetup.quoted(baseSetup);
    }

    /** Whether a shell that sources this text gets base and nothing else. */
    boolean isBase(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        return lines.size() == 1
                && List.of(
                                sourcing(),
                                "source " + baseSetup,
                                ". " + baseSetup,
                                sourcing().replace("source", "."))
                        .contains(lines.getFirst());
    }

    /** Whether this is, byte for byte, what was written here; what a person wrote into it must not be undone. */
    boolean isOurs(String text) {
        return text.equals(write(kept(text)));
    }

    /** The name of what was there before. */
    Optional<String> kept(String text) {
        return text.lines()
                .map(BEFORE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }
}
