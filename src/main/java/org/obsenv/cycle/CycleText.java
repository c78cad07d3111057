package org.obsenv.cycle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.words.Visible;
import org.obsenv.yaml.YamlProblem;

/**
 * The grammar: empty lines, comments from {@code #} on, and {@code name=value}, the value bare or in one pair of quotes.
 * What a shell would do anything with is a complaint: this list is also sourced by builds, and would mean something
 * else there.
 */
final class CycleText {
    private static final Pattern LINE = Pattern.compile(
            "(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_]*)=(?:\"([^\"]*)\"|'([^']*)'|([^ \\t\"']*))[ \\t]*(?:[ \\t]#.*)?");
    private static final Pattern NAME = Pattern.compile("(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_]*)=.*");
    private static final Pattern EXPANDED = Pattern.compile("[$`\\\\]");
    private static final Pattern SHELL = Pattern.compile("[$`\\\\;&|<>(){}*?\\[\\]!~]");
    private static final int LONGEST = 60;

    private final String file;

    CycleText(String file) {
        this.file = file;
    }

    Map<String, Setting> settings(byte[] bytes) throws YamlProblem {
        Map<String, Setting> settings = new LinkedHashMap<>();
        String[] lines = text(bytes).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Setting setting = setting(line, i + 1);
                Setting earlier = settings.putIfAbsent(setting.name(), setting);
                if (earlier != null) {
                    throw new YamlProblem(
                            file,
                            i + 1,
                            setting.name(),
                            "stands in line " + earlier.line() + " already; leave one of them");
                }
            }
        }
        return settings;
    }

    private Setting setting(String line, int number) throws YamlProblem {
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (Character.isISOControl(each) && each != '\t') {
                throw new YamlProblem(file, number, name(line), "has a control character: " + shown(line));
            }
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new YamlProblem(file, number, name(line), "expected name=value, found " + shown(line));
        }
        boolean isBare = matcher.group(4) != null;
        String value = isBare ? matcher.group(4) : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        boolean isLiteral = matcher.group(3) != null;
        if (!isLiteral && (isBare ? SHELL : EXPANDED).matcher(value).find()) {
            throw new YamlProblem(
                    file,
                    number,
                    matcher.group(1),
                    "expected a plain value: a shell would make something else of " + shown(value)
                            + ", and nothing is run here");
        }
        return new Setting(matcher.group(1), value, number);
    }

    /** The name of a line that is none of ours, where it begins with one. */
    private static String name(String line) {
        Matcher matcher = NAME.matcher(line);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String shown(String text) {
        return Visible.cut(text, LONGEST);
    }

    private String text(byte[] bytes) throws YamlProblem {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new YamlProblem(file, line(bytes), "", "is not UTF-8 text");
        }
    }

    /** Where the first byte stands that is no text. */
    private static int line(byte[] bytes) {
        int line = 1;
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                byte[] one = java.util.Arrays.copyOfRange(bytes, from, i);
                if (!java.util.Arrays.equals(
                        new String(one, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), one)) {
                    return line;
                }
                line++;
                from = i + 1;
            }
        }
        return 0;
    }
}
