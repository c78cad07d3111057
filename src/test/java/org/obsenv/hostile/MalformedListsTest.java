package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListEdit;
import org.obsenv.base.ListedPin;
import org.obsenv.cycle.CycleBuild;
import org.obsenv.domain.PackageName;
import org.obsenv.yaml.YamlProblem;

/**
 * Base lists and cycle builds that cannot be used, by what is wrong with them: each is one complaint that names the file,
 * the line and the key, whoever reads it; and an edit of such a list is the same complaint and no new text.
 */
@Execution(ExecutionMode.CONCURRENT)
class MalformedListsTest {
    private static final String FILE = "fuzzed.list";
    private static final int LEAST = 300;
    private static final String LONG = "v".repeat(201);

    /** The line of a malformed one, from 1; 0 where the whole document is meant. */
    private record Case(String what, String text, int line, String key) {}

    private interface Parser {
        void parse(byte[] bytes) throws YamlProblem;
    }

    @Test
    void thereAreEnough() {
        assertThat(lists().size() + cycles().size()).isGreaterThanOrEqualTo(LEAST);
    }

    @TestFactory
    Stream<DynamicNode> baseLists() {
        return lists().stream()
                .map(each -> DynamicTest.dynamicTest(each.what(), () -> {
                    require(each, bytes -> BaseList.parse(FILE, bytes));
                    require(
                            each,
                            bytes -> ListEdit.of(
                                    FILE,
                                    bytes,
                                    Map.of(new PackageName("ts_wep"), new ListedPin.Named("v2.0.0", 0)),
                                    Optional.of("c0044.008")));
                }));
    }

    @TestFactory
    Stream<DynamicNode> cycleBuilds() {
        return cycles().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.what(), () -> require(each, bytes -> CycleBuild.parse(FILE, bytes))));
    }

    private static void require(Case each, Parser parser) {
        byte[] bytes = each.text()
                .getBytes(each.text().contains("\u00ff") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        YamlProblem problem = catchThrowableOfType(YamlProblem.class, () -> parser.parse(bytes));
        assertThat(problem).as(each.text()).isNotNull();
        assertThat(problem.file()).isEqualTo(FILE);
        assertThat(problem.line()).as(problem.told()).isEqualTo(each.line());
        assertThat(problem.key()).as(problem.told()).isEqualTo(each.key());
        assertThat(problem.told().codePoints().filter(Character::isISOControl)).isEmpty();
        assertThat(problem.problem()).isNotBlank();
    }

    private static List<Case> lists() {
        List<Case> all = new ArrayList<>();
        List<String> pins = List.of(
                "''",
                "~",
                "null",
                "",
                "[v1]",
                "[]",
                "{a: b}",
                "v1 v2",
                "-v1",
                "v1..v2",
                "v1^",
                "v1~1",
                "'a:b'",
                "'a?'",
                "'a*'",
                "'a[b'",
                "'a\\b'",
                "/v1",
                "v1/",
                "v1//2",
                "v1.lock",
                "'v1@{0}'",
                LONG,
                "&a v1",
                "*a",
                "!!str v1",
                "!x v1",
                "\"\\x07\"",
                "\"a\\u202eb\"",
                "\"a\\nb\"",
                "\"a\\tb\"",
                "' v1'",
                "|-\n    v1 v2");
        for (String name : List.of("ts_wep", "cwfs", "atmospec")) {
            for (String pin : pins) {
                all.add(inBlock("a pin that names nothing: ", name, pin));
                all.add(inPackages("a pin under packages that names nothing: ", name, pin));
            }
        }
        for (String keep : List.of(
                "keep",
                "keep xyz",
                "keep 12345",
                "v1.0.0",
                "keep ABCDEF01",
                "keep " + "a".repeat(41),
                "'keep  0123abc'",
                "[keep]",
                "~",
                "''")) {
            all.add(new Case(
                    "an unpinned package that says not where: " + keep,
                    "ts_wep: v1\nunpinned:\n  cwfs: " + keep + "\n",
                    3,
                    "unpinned.cwfs"));
        }
        for (String key : List.of("'TS WEP'", "'-x'", "'../x'", "'a/b'", "'.git'", "'é'")) {
            String plain = key.substring(1, key.length() - 1);
            all.add(new Case("a key that is no package: " + plain, "ts_wep: v1\n" + key + ": v1\n", 2, plain));
        }
        for (String again : List.of("ts_wep: v2", "'ts_wep': v2", "\"ts_wep\": v1", "? ts_wep\n: v1")) {
            all.add(new Case("a package twice: " + again, "ts_wep: v1\ncwfs: v1\n" + again + "\n", 3, "ts_wep"));
        }
        for (String at : List.of("yesterday", "2026-13-01", "2026-11-21T25:00:00Z", "''", "[]", "~")) {
            all.add(new Case(
                    "a review without its time: " + at,
                    "ts_wep: v1\nreviewed:\n  at: " + at + "\n  by: maint1\n",
                    3,
                    "reviewed.at"));
        }
        for (String cycle : List.of("[]", "{}", "~")) {
            all.add(new Case("a cycle that is no text: " + cycle, "ts_wep: v1\ncycle: " + cycle + "\n", 2, "cycle"));
        }
        all.add(new Case("a list at the top", "- ts_wep: v1\n", 1, ""));
        all.add(new Case("a text at the top", "ts_wep\n", 1, ""));
        all.add(new Case("nothing at all", "", 0, ""));
        all.add(new Case("comments alone", "# nothing\n", 0, ""));
        all.add(new Case("two documents", "ts_wep: v1\n---\ncwfs: v1\n", 2, ""));
        all.add(new Case("a directive", "%YAML 1.1\n---\nts_wep: v1\n", 1, ""));
        all.add(new Case("no UTF-8", "ts_wep: v1 # \u00ff\n", 0, ""));
        all.add(new Case("a bell", "ts_wep: v1\n# \u0007\n", 2, ""));
        all.add(new Case("a direction mark", "ts_wep: v1\n# \u202e\n", 2, ""));
        all.add(new Case("a merge key", "ts_wep: v1\n<<: {cwfs: v1}\n", 2, ""));
        all.add(new Case("a misspelt mapping", "package:\n  ts_wep: v1\n", 1, "package"));
        all.add(new Case("a misspelt unpinned", "ts_wep: v1\nunpined:\n  cwfs: keep 0123abc\n", 2, "unpined"));
        all.add(new Case(
                "an unknown key of a review",
                "ts_wep: v1\nreviewed: {at: 2026-11-21, by: a, to: b}\n",
                2,
                "reviewed.to"));
        return all;
    }

    private static Case inBlock(String what, String name, String pin) {
        String text = "# head\nts_wep: v1\ncwfs: v1\natmospec: v1\n".replace(name + ": v1", name + ": " + pin);
        int line = List.of("ts_wep", "cwfs", "atmospec").indexOf(name) + 2;
        return new Case(what + name + " " + pin, text, line, name);
    }

    private static Case inPackages(String what, String name, String pin) {
        String text = "packages:\n  ts_wep: v1\n  cwfs: v1\n  atmospec: v1\n".replace(name + ": v1", name + ": " + pin);
        int line = List.of("ts_wep", "cwfs", "atmospec").indexOf(name) + 2;
        return new Case(what + name + " " + pin, text, line, "packages." + name);
    }

    private static List<Case> cycles() {
        List<Case> all = new ArrayList<>();
        List<String> values = List.of(
                "$HOME",
                "`id`",
                "$(id)",
                "a;b",
                "a&b",
                "a|b",
                "a<b",
                "a>b",
                "a*b",
                "a?b",
                "a[b]",
                "a!b",
                "~root",
                "a\\b",
                "\"$x\"",
                "\"`x`\"",
                "\"a\\b\"",
                "a b",
                "'a",
                "\"a",
                "a'b'",
                "\"a\"b",
                "{a,b}",
                "(a)");
        for (int line = 1; line <= 3; line++) {
            for (String value : values) {
                String[] lines = {"ts_wep=16.5.0", "cwfs=master", "atmospec=w.2023.42"};
                String name = lines[line - 1].substring(0, lines[line - 1].indexOf('='));
                lines[line - 1] = name + "=" + value;
                all.add(new Case(
                        "a value that a shell would change: " + name + " " + value,
                        String.join("\n", lines),
                        line,
                        name));
            }
        }
        for (String odd : List.of(
                "ts_wep",
                "ts_wep = 1",
                "=1",
                "1a=1",
                "ts-wep=1",
                "source main.env",
                ". main.env",
                "if true",
                "[x]",
                "a b=1")) {
            all.add(new Case("a line that sets nothing: " + odd, "cwfs=master\n" + odd + "\n", 2, ""));
        }
        for (String again : List.of("cwfs=master", "cwfs=", "export cwfs=main", "cwfs='x'")) {
            all.add(new Case("a name twice: " + again, "cwfs=master\n\n" + again + "\n", 3, "cwfs"));
        }
        all.add(new Case("a control character", "cwfs=master\nts_wep=1\u0007\n", 2, "ts_wep"));
        all.add(new Case("an escape sequence", "cwfs=\u001b[31m\n", 1, "cwfs"));
        all.add(new Case("no UTF-8", "cwfs=master\nts_wep=\u00ff\n", 2, ""));
        return all;
    }
}
