package org.obsenv.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.Flag;

/** Every text the code asks for exists, and every text of the console is asked for. */
class MessageKeysTest {
    private static final Path SOURCES = Path.of("src/main/java/org/obsenv");
    private static final Path BUNDLES = Path.of("src/main/resources/org/obsenv/words");
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:words|endings|WORDS|bundle)\\s*\\.(text|count)\\(\\s*\"([a-z][a-zA-Z0-9.-]*)\"\\s*[,)]");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+\\.?)\"");

    /** Keys of the console that are put together while it runs, by their beginning. */
    private static final Set<String> MADE = Set.of(
            "state.",
            "flag.",
            "rollback.blocked.",
            "result.title.",
            "changes.pin.",
            "journal.act.",
            "journal.did.",
            "journal.outcome.",
            "help.key.");

    @Test
    void everyTextThatIsAskedForExists() throws IOException {
        Set<String> all = allKeys();
        assertThat(missing(all::contains)).isEmpty();
    }

    @Test
    void aMissingTextWouldBeNamed() throws IOException {
        Set<String> all = allKeys();
        assertThat(missing(key -> all.contains(key) && !key.equals("verdict.blind")))
                .containsExactly("Headlines.java: verdict.blind");
        assertThat(missing(key -> all.contains(key) && !key.equals("rollback.moves.other")))
                .containsExactly("RollbackTexts.java: rollback.moves.other");
    }

    @Test
    void everyTextOfTheConsoleIsAskedFor() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : files("console")) {
            Matcher key = Pattern.compile("\"([a-z][a-zA-Z0-9.-]*)\"").matcher(Files.readString(file));
            while (key.find()) {
                used.add(key.group(1));
            }
        }
        List<String> idle = keysOf("console").stream()
                .filter(key -> !used.contains(key))
                .filter(key -> !used.contains(key.replaceFirst("\\.(one|other|why|does)$", "")))
                .filter(key -> MADE.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(idle).isEmpty();
    }

    @Test
    void everyFlagHasItsWords() throws IOException {
        assertThat(keysOf("console"))
                .containsAll(Arrays.stream(Flag.values())
                        .map(flag -> "flag." + flag.written())
                        .toList());
    }

    private static List<String> missing(Predicate<String> has) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : files("")) {
            String source = Files.readString(file);
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                String key = asked.group(2);
                Stream<String> wanted =
                        asked.group(1).equals("count") ? Stream.of(key + ".one", key + ".other") : Stream.of(key);
                wanted.filter(has.negate()).forEach(each -> missing.add(file.getFileName() + ": " + each));
            }
            if (file.startsWith(SOURCES.resolve("console"))) {
                literals(source).filter(each -> !exists(each, has)).forEach(each -> {
                    String named = file.getFileName() + ": " + each;
                    if (missing.stream().noneMatch(known -> known.startsWith(named))) {
                        missing.add(named);
                    }
                });
            }
        }
        return missing;
    }

    /** Texts with dots in them are keys, in the console's code, unless they are names of files or of properties. */
    private static Stream<String> literals(String source) {
        return KEY.matcher(source)
                .results()
                .map(each -> each.group(1))
                .filter(each -> !each.endsWith("."))
                .filter(each -> !each.endsWith(".css") && !each.endsWith(".otf") && !each.endsWith(".ttf"));
    }

    private static boolean exists(String key, Predicate<String> has) {
        return has.test(key) || (has.test(key + ".one") && has.test(key + ".other"));
    }

    private static Set<String> allKeys() throws IOException {
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            return bundles.map(each -> each.getFileName().toString().replace(".properties", ""))
                    .flatMap(each -> keysOf(each).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> keysOf(String bundle) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static List<Path> files(String under) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(under))) {
            return files.filter(each -> each.toString().endsWith(".java")).toList();
        }
    }
}
