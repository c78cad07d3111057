package org.obsenv.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlWriterTest {
    private static final int ROUNDS = 2_000;

    @Test
    void writesALineForEveryValue() {
        Map<String, Object> move = new LinkedHashMap<>();
        move.put("name", "ts_wep");
        move.put("from", "8f31c02");
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("act", "rollback");
        top.put("moved-count", 1);
        top.put("held", true);
        top.put("took-ms", 1_234_567_890_123L);
        top.put("actor", Map.of("name", "obs1"));
        top.put("moved", List.of(move, Map.of(), List.of("a", List.of())));
        top.put("notes", List.of());
        top.put("facts", Map.of());
        top.put("reason", "no, \"really\"\nbad");
        assertThat(YamlWriter.write(top)).isEqualTo("""
                act: rollback
                moved-count: 1
                held: true
                took-ms: 1234567890123
                actor:
                  name: obs1
                moved:
                - name: ts_wep
                  from: "8f31c02"
                - {}
                -
                  - a
                  - []
                notes: []
                facts: {}
                reason: "no, \\"really\\"\\nbad"
                """);
        assertThat(YamlWriter.write(Map.of())).isEqualTo("{}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "~",
                "null",
                "NULL",
                "yes",
                "No",
                "on",
                "y",
                "1",
                "-1",
                "1e3",
                "0x1f",
                ".5",
                ".inf",
                "2026-11-21",
                "12:30:00",
                "=",
                "<<",
                "-",
                "--- ",
                "...",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "[a]",
                "{a}",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a`",
                "'",
                "\"",
                "\\",
                "a\n",
                "\na",
                "a\n---\nb: c\n",
                "a\r\nb",
                "\t",
                " a ",
                "a\tb",
                "\u0000",
                "\u001b[31mred",
                "\u007f",
                "\u0085",
                "\u009b",
                "\u00a0",
                "é",
                "\u200f",
                "\u2028",
                "\u202e)x",
                "\u2066",
                "\ufeff",
                "\ufffe",
                "😀",
                "𝔘",
                "key:",
                "a,b",
                "?",
                "? a",
                "refs@{1}",
                "/opt/obs_env",
                "c0044.007"
            })
    void keepsEveryText(String text) throws YamlProblem {
        Map<String, Object> top = Map.of("a", text, "b", List.of(text), "c", Map.of("k" + text, text));
        Fields fields = read(YamlWriter.write(top));
        Fields inner = fields.mapping("c");
        assertThat(List.of(fields.text("a"), fields.texts("b"), inner.keys(), inner.text("k" + text)))
                .isEqualTo(List.of(text, List.of(text), List.of("k" + text), text));
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 4).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsRandomTextsInPlainAscii(int seed) throws YamlProblem {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String text = randomText(random);
            String document = YamlWriter.write(Map.of("a", text));
            assertThat(document).matches("[ -~]*\n");
            assertThat(read(document).text("a"))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text);
        }
    }

    @Test
    void isReadTheSameByAnotherReader() {
        Map<String, Object> top = new LinkedHashMap<>();
        List<Object> many = new ArrayList<>(List.of("yes", "1", "null", "a: b", "x\n\u202e", 12, 5_000_000_000L, true));
        many.add(Map.of("k", List.of("v", Map.of("deep", List.of()))));
        top.put("many", many);
        top.put("again", many);
        assertThat(new Yaml().<Map<String, Object>>load(YamlWriter.write(top))).isEqualTo(top);
    }

    @Test
    void writesAListThatStandsTwiceWithoutAnAnchor() throws YamlProblem {
        List<String> shared = List.of("a");
        Fields fields = read(YamlWriter.write(Map.of("x", shared, "y", shared)));
        assertThat(fields.texts("x")).isEqualTo(fields.texts("y")).isEqualTo(shared);
    }

    @Test
    void refusesAValueOfAnotherKind() {
        assertThatThrownBy(() -> YamlWriter.write(Map.of("a", 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Double");
    }

    /** Mostly what is dangerous: controls, punctuation, direction marks, everything beyond the first plane. */
    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            int point =
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x20 + random.nextInt(0x60);
                        case 2 -> 0x80 + random.nextInt(0x80);
                        case 3 -> 0x2000 + random.nextInt(0x70);
                        default -> random.nextInt(0x110000);
                    };
            text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 'x' : point);
        }
        return text.toString();
    }

    private static Fields read(String document) throws YamlProblem {
        return StrictYaml.mapping("x.yaml", document.getBytes(StandardCharsets.US_ASCII), StrictYaml.SMALL);
    }
}
