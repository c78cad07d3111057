package org.obsenv.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {
    static List<TextCases.Case> malformed() {
        return TextCases.read(StrictYamlTest.class, "malformed.txt", List.of());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void namesFileLineKeyAndExpectation(TextCases.Case each) {
        YamlProblem problem = catchThrowableOfType(
                YamlProblem.class, () -> StrictYaml.mapping("x.yaml", each.document(), StrictYaml.SMALL));
        assertThat(problem).as("refused").isNotNull();
        assertThat(List.of(problem.file(), problem.line(), problem.key(), problem.problem()))
                .isEqualTo(List.of("x.yaml", each.line(), each.key(), each.problem()));
    }

    @Test
    void keepsTheOrderOfTheFile() throws YamlProblem {
        assertThat(read("ts_wep: 1\natmospec: 2\n\"cwfs\": 3\n'2': 4\n").keys())
                .containsExactly("ts_wep", "atmospec", "cwfs", "2");
    }

    @Test
    void takesEveryScalarAsTheTextThatIsWritten() throws YamlProblem {
        Fields fields = read("""
                a: 1e10
                b: 0x1F
                c: yes
                d: 2026-11-21
                e: 'it''s'
                f: "tab\\there \\u202e"
                g: plain
                  goes on
                h: |
                  two
                  lines
                i: ''
                j: '~'
                k: "null"
                l: 007
                """);
        assertThat(fields.keys().stream().map(key -> text(fields, key)))
                .containsExactly(
                        "1e10",
                        "0x1F",
                        "yes",
                        "2026-11-21",
                        "it's",
                        "tab\there \u202e",
                        "plain goes on",
                        "two\nlines\n",
                        "",
                        "~",
                        "null",
                        "007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: b", "a: b\n", "a: b\r\n", "a: b\r", "\ufeffa: b\n", "---\na: b\n...\n", "# c\n\n--- {a: b}\n"
            })
    void takesEveryFormOfOneDocument(String document) throws YamlProblem {
        assertThat(read(document).text("a")).isEqualTo("b");
    }

    @Test
    void takesEightLevelsAndTheWholeLimit() throws YamlProblem {
        assertThat(read("a: [[[[[[[x]]]]]]]").keys()).containsExactly("a");
        String full = "a: " + "x".repeat(StrictYaml.SMALL - 3);
        assertThat(read(full).text("a")).hasSize(StrictYaml.SMALL - 3);
    }

    @Test
    void countsLinesAsAnEditorDoes() {
        assertThatThrownBy(() -> read("a: 1\r\nb: 2\rc: 3\n\nd: *x\n"))
                .hasMessageStartingWith("x.yaml, line 5, key d:");
    }

    @Test
    void showsNoControlCharacterOfTheDocumentInAComplaint() {
        assertThatThrownBy(() -> read("\"\\e[31m\\u202e\\n\": 1\n\"\\e[31m\\u202e\\n\": 2\n"))
                .hasMessage("x.yaml, line 2, key \\u001b[31m\\u202e\\u000a: the key stands here a second time");
    }

    private static String text(Fields fields, String key) {
        try {
            return fields.text(key);
        } catch (YamlProblem e) {
            throw new AssertionError(e);
        }
    }

    private static Fields read(String document) throws YamlProblem {
        return StrictYaml.mapping("x.yaml", document.getBytes(StandardCharsets.UTF_8), StrictYaml.SMALL);
    }
}
