package org.obsenv.console.changes.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.diff.FileText;

@Execution(ExecutionMode.CONCURRENT)
class TokenizersTest {
    /** Each line with its tokens, such as {@code def:KEYWORD f:NAME}. */
    private static List<String> tokens(Language language, String text) {
        List<String> found = new ArrayList<>();
        int state = Tokenizer.START;
        for (String line : text.split("\n", -1)) {
            Tokenizer.Tokens tokens = language.tokenizer().tokens(line, state);
            state = tokens.next();
            found.add(String.join(
                    " ",
                    tokens.all().stream()
                            .map(each -> line.substring(each.begin(), each.end()) + ":" + each.kind())
                            .toList()));
        }
        return found;
    }

    @Test
    void python() {
        assertThat(tokens(Language.PYTHON, """
                @pytest.fixture
                async def start(self, n=0x1f):  # why
                    return rf"a\\"b" + 'it''s' if match else re.match(1.5)
                match = 3
                match start:
                x1 = 'open
                y = "on \\
                and on" + z
                """))
                .containsExactly(
                        "pytest.fixture:NAME",
                        "async:KEYWORD def:KEYWORD start:NAME 0x1f:NUMBER # why:COMMENT",
                        "return:KEYWORD rf\"a\\\"b\":STRING 'it':STRING 's':STRING if:KEYWORD else:KEYWORD 1.5:NUMBER",
                        "3:NUMBER",
                        "match:KEYWORD",
                        "'open:STRING",
                        "\"on \\:STRING",
                        "and on\":STRING",
                        "");
    }

    @Test
    void aPythonStringInThreeQuotesGoesOnFromLineToLine() {
        assertThat(tokens(Language.PYTHON, """
                def f():
                    r\"""Doc with ''' and # no comment

                    if x: \\\""" still
                    \""" + '''one''' # end
                    '''x\"""
                    '''; pass"""))
                .containsExactly(
                        "def:KEYWORD f:NAME",
                        "r\"\"\"Doc with ''' and # no comment:STRING",
                        "",
                        "    if x: \\\"\"\" still:STRING",
                        "    \"\"\":STRING '''one''':STRING # end:COMMENT",
                        "'''x\"\"\":STRING",
                        "    ''':STRING pass:KEYWORD");
    }

    @Test
    void yaml() {
        assertThat(tokens(Language.YAML, """
                --- # start
                ts_wep: v16.5.1  # pin
                count: -12
                flag: true
                url: http://example.org/#a
                "quoted key": 'it''s
                  on'
                list: [a, 1, "b", *anchor]
                text: |
                  key: not a key

                  # no comment
                next: >-
                  folded
                done: null"""))
                .containsExactly(
                        "---:MARKUP # start:COMMENT",
                        "ts_wep:NAME # pin:COMMENT",
                        "count:NAME -12:NUMBER",
                        "flag:NAME true:KEYWORD",
                        "url:NAME",
                        "\"quoted key\":STRING 'it':STRING 's:STRING",
                        "  on':STRING",
                        "list:NAME 1:NUMBER \"b\":STRING *anchor:MARKUP",
                        "text:NAME |:MARKUP",
                        "  key: not a key:STRING",
                        "",
                        "  # no comment:STRING",
                        "next:NAME >-:MARKUP",
                        "  folded:STRING",
                        "done:NAME null:KEYWORD");
    }

    @Test
    void shell() {
        assertThat(tokens(Language.SHELL, """
                #!/bin/sh
                name="a $b
                c" # why
                if [ -n "${name}" ]; then echo $name$1 '$no'; fi
                cat <<'END' | sort
                if $x # text
                END
                exit 3"""))
                .containsExactly(
                        "#!/bin/sh:COMMENT",
                        "name:NAME \"a $b:STRING",
                        "c\":STRING # why:COMMENT",
                        "if:KEYWORD \"${name}\":STRING then:KEYWORD echo:KEYWORD $name:NAME $1:NAME '$no':STRING fi:KEYWORD",
                        "<<'END':KEYWORD",
                        "if $x # text:STRING",
                        "END:KEYWORD",
                        "exit:KEYWORD 3:NUMBER");
    }

    @Test
    void restructuredText() {
        assertThat(tokens(Language.RESTRUCTURED_TEXT, """
                Title
                =====
                See :ref:`here` and ``code`` and *this* and **that**::

                  literal :ref:`no`

                Again
                .. code-block:: python
                   :linenos: yes
                .. _target: https://example.org
                .. a comment
                   that goes on
                End `link`_"""))
                .containsExactly(
                        "",
                        "=====:MARKUP",
                        ":ref:`here`:MARKUP ``code``:STRING *this*:KEYWORD **that**:KEYWORD",
                        "",
                        "  literal :ref:`no`:STRING",
                        "",
                        "",
                        ".. code-block:::KEYWORD",
                        ":linenos::NAME",
                        ".. _target::NAME",
                        ".. a comment:COMMENT",
                        "   that goes on:COMMENT",
                        "`link`_:MARKUP");
    }

    @Test
    void theLanguageIsKnownByTheNameOrByTheProgramThatIsAskedFor() {
        assertThat(List.of(
                        Language.of("a/b.PY", ""),
                        Language.of("base.yml", ""),
                        Language.of("cycle.env", ""),
                        Language.of("doc/index.rst", ""),
                        Language.of("ups/x.table", ""),
                        Language.of("bin/run", "#!/usr/bin/env python3"),
                        Language.of("bin/run", "#!/bin/bash -e"),
                        Language.of("SConstruct", ""),
                        Language.of("sh", "")))
                .containsExactly(
                        Language.PYTHON,
                        Language.YAML,
                        Language.SHELL,
                        Language.RESTRUCTURED_TEXT,
                        Language.NONE,
                        Language.PYTHON,
                        Language.SHELL,
                        Language.PYTHON,
                        Language.SHELL);
    }

    /** Whatever stands in a line: its tokens are in order, do not overlap, and are in the line. */
    @Test
    void noLineBreaksATokenizer() {
        String[] parts = {
            "\"", "'", "\"\"\"", "'''", "\\", "#", "$", "${", "}", "<<E", "E", ":", " ", "\t", "-", "|", ">", "`", "``",
            ".. ", "::", "*", "a", "0", "é", "\u202e", "\ud83d", "@", "&", "=", "\r", "[", "{", ",", "rb", "---"
        };
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Map<Language, Integer> states = new EnumMap<>(Language.class);
            for (int line = 0; line < 4; line++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(12); i > 0; i--) {
                    text.append(parts[random.nextInt(parts.length)]);
                }
                for (Language language : Language.values()) {
                    Tokenizer.Tokens tokens = language.tokenizer()
                            .tokens(text.toString(), states.getOrDefault(language, Tokenizer.START));
                    states.put(language, tokens.next());
                    int at = 0;
                    for (Token each : tokens.all()) {
                        assertThat(each.begin() >= at && each.end() > each.begin() && each.end() <= text.length())
                                .as("%s, seed %d: %s in %s", language, seed, tokens, text)
                                .isTrue();
                        at = each.end();
                    }
                }
            }
        }
    }

    @Test
    void whatIsFarAwayIsPlainUntilItIsLearned() {
        FileText text = FileText.of("'''\n" + "if\n".repeat(2000));
        Highlighting colours = new Highlighting(text, Language.PYTHON);
        assertThat(colours.tokens(1500)).isEmpty();
        assertThat(colours.tokens(400)).containsExactly(new Token(0, 2, Kind.STRING));
        assertThat(colours.tokens(800)).containsExactly(new Token(0, 2, Kind.STRING));
        colours.learn(Highlighting.states(text, Language.PYTHON));
        assertThat(colours.tokens(1500)).containsExactly(new Token(0, 2, Kind.STRING));
        Highlighting wrong = new Highlighting(text, Language.SHELL);
        wrong.learn(Highlighting.states(text, Language.NONE));
        assertThat(wrong.tokens(1500))
                .as("a state that was not carried")
                .containsExactly(new Token(0, 2, Kind.KEYWORD));
    }

    @Test
    void aVeryLongLineIsPlainAndLeavesOpenWhatItFoundOpen() {
        FileText text = FileText.of("'''\n" + "'".repeat(Highlighting.LONGEST + 1) + "\nif\n");
        Highlighting colours = new Highlighting(text, Language.PYTHON);
        assertThat(colours.tokens(1)).isEmpty();
        assertThat(colours.tokens(2)).containsExactly(new Token(0, 2, Kind.STRING));
    }
}
