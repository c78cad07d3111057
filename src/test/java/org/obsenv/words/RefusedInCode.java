package org.obsenv.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.obsenv.domain.Refusal;

/**
 * A place in our own sources where somebody is refused, and the facts that are given there.
 *
 * @param where file and line
 */
record RefusedInCode(String where, Refusal refusal, Set<String> facts) {
    private static final Pattern JAVA = Pattern.compile("Refusal\\.([A-Z_]+)\\s*,\\s*Map\\.of\\(");
    private static final Pattern SHELL = Pattern.compile("refusal: ([a-z-]+)\\\\nfacts: \\{([^}]*)\\}");

    /** All of them: in Java, and in what runs before Java does. */
    static List<RefusedInCode> all() {
        List<RefusedInCode> all = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/obsenv"))) {
            for (Path file :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                inJava(file, all);
            }
            inShell(Path.of("packaging/guard.sh"), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void inJava(Path file, List<RefusedInCode> all) throws IOException {
        String text = Files.readString(file);
        Matcher found = JAVA.matcher(text);
        while (found.find()) {
            Set<String> keys = new HashSet<>();
            List<String> arguments = arguments(text, found.end());
            for (int i = 0; i < arguments.size(); i += 2) {
                keys.add(arguments.get(i).replace("\"", ""));
            }
            all.add(new RefusedInCode(place(file, text, found.start()), Refusal.valueOf(found.group(1)), keys));
        }
    }

    private static void inShell(Path file, List<RefusedInCode> all) throws IOException {
        String text = Files.readString(file);
        Matcher found = SHELL.matcher(text);
        while (found.find()) {
            Set<String> keys = new HashSet<>();
            Arrays.stream(found.group(2).split(",")).forEach(each -> keys.add(each.split(":", 2)[0].strip()));
            String name = found.group(1).toUpperCase(Locale.ROOT).replace('-', '_');
            all.add(new RefusedInCode(place(file, text, found.start()), Refusal.valueOf(name), keys));
        }
    }

    /** The arguments of a call whose opening parenthesis ends before {@code from}. */
    private static List<String> arguments(String text, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 1;
        int start = from;
        boolean quoted = false;
        for (int i = from; depth > 0; i++) {
            char each = text.charAt(i);
            quoted = (each == '"' && text.charAt(i - 1) != '\\') != quoted;
            if (quoted) {
                continue;
            }
            depth += each == '(' ? 1 : each == ')' ? -1 : 0;
            if (depth == 0 || (depth == 1 && each == ',')) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        arguments.removeIf(String::isEmpty);
        return arguments;
    }

    private static String place(Path file, String text, int at) {
        return file.getFileName() + ":" + (text.substring(0, at).lines().count() + 1);
    }
}
