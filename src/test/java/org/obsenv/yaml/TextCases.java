package org.obsenv.yaml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Malformed documents in a text file, each with the complaint it must bring.
 *
 * <pre>
 * # the class of malformation; it names the cases below it
 * = LINE ~ KEY ~ PROBLEM        the complaint, whole
 * | text                        a line of the document, or, against a sound sample document:
 * 7| text                       the sample's line 7 replaced ("7|" alone removes it)
 * 7+ text                       a line put after the sample's line 7
 * </pre>
 *
 * In a line {@code «U+202E»} is that character, {@code «xFF»} that byte, {@code «60*[»} a repetition and {@code «end»}
 * leaves out the line's end.
 */
public final class TextCases {
    private static final Pattern EDIT = Pattern.compile("([0-9]+)([|+]) ?(.*)");
    private static final Pattern ESCAPE = Pattern.compile(
            "«(?:U\\+(?<point>[0-9A-F]+)|x(?<octet>[0-9A-F]{2})|(?<times>[0-9]+)\\*(?<what>[^»]+)|end)»");

    /** One document, a character for each byte, and its complaint. */
    public record Case(String name, String octets, int line, String key, String problem) {
        public byte[] document() {
            return octets.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<String> sample;
    private final List<Case> cases = new ArrayList<>();
    private String group = "";
    private List<String> expected = List.of();
    private List<String> lines = new ArrayList<>();
    private String shown = "";

    private TextCases(List<String> sample) {
        this.sample = sample;
    }

    /** The cases of a resource beside {@code owner}. */
    public static List<Case> read(Class<?> owner, String resource, List<String> sample) {
        TextCases reader = new TextCases(sample);
        text(owner, resource).lines().forEach(reader::take);
        reader.finish();
        return List.copyOf(reader.cases);
    }

    public static String text(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(String line) {
        if (line.startsWith("# ")) {
            finish();
            group = line.substring(2);
        } else if (line.startsWith("= ")) {
            finish();
            expected = List.of(line.substring(2).split(" ~ ", 3));
            lines = new ArrayList<>();
            shown = "";
        } else if (line.startsWith("|")) {
            shown += line;
            lines.add(line.equals("|") ? "" : line.substring(2));
        } else if (!line.isBlank()) {
            shown += line;
            edit(line);
        }
    }

    private void edit(String line) {
        Matcher edit = EDIT.matcher(line);
        if (!edit.matches()) {
            throw new IllegalArgumentException("not a line of a case: " + line);
        }
        if (lines.isEmpty()) {
            lines.addAll(sample);
        }
        int at = Integer.parseInt(edit.group(1));
        if (edit.group(2).equals("+")) {
            lines.add(at, edit.group(3));
        } else if (edit.group(3).isEmpty()) {
            lines.remove(at - 1);
        } else {
            lines.set(at - 1, edit.group(3));
        }
    }

    private void finish() {
        if (!expected.isEmpty()) {
            cases.add(new Case(
                    group + ": " + shown,
                    bytes(lines).toString(StandardCharsets.ISO_8859_1),
                    Integer.parseInt(expected.get(0)),
                    expected.get(1).strip(),
                    expected.get(2)));
        }
        expected = List.of();
    }

    private static ByteArrayOutputStream bytes(List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : lines) {
            unescape(line.endsWith("«end»") ? line : line + "\n", bytes);
        }
        return bytes;
    }

    private static void unescape(String line, ByteArrayOutputStream bytes) {
        int at = 0;
        for (MatchResult escape : ESCAPE.matcher(line).results().toList()) {
            bytes.writeBytes(line.substring(at, escape.start()).getBytes(StandardCharsets.UTF_8));
            if (escape.group("point") != null) {
                String point = Character.toString(Integer.parseInt(escape.group("point"), 16));
                bytes.writeBytes(point.getBytes(StandardCharsets.UTF_8));
            } else if (escape.group("octet") != null) {
                bytes.write(Integer.parseInt(escape.group("octet"), 16));
            } else if (escape.group("times") != null) {
                String many = escape.group("what").repeat(Integer.parseInt(escape.group("times")));
                bytes.writeBytes(many.getBytes(StandardCharsets.UTF_8));
            }
            at = escape.end();
        }
        bytes.writeBytes(line.substring(at).getBytes(StandardCharsets.UTF_8));
    }
}
