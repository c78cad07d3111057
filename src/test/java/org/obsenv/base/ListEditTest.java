package org.obsenv.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.PackageName;
import org.obsenv.yaml.YamlProblem;

/** An edit changes what it means and nothing else, in whatever form the list is kept. */
@Execution(ExecutionMode.CONCURRENT)
class ListEditTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** In each, {@code V} is the version that is exchanged; {@code |} stands for a line feed. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '§',
            value = {
                "ts_wep: V",
                "ts_wep: V|",
                "# head||ts_wep:   V   # why|cwfs: master|# tail",
                "ts_wep: V   # far|",
                "packages:|    ts_wep: V|    cwfs: a6971dc",
                "packages: {ts_wep: V, cwfs: master}",
                "packages: {|  ts_wep: V,|  cwfs: master,|}",
                "{ts_wep: V, cwfs: master} # flow",
                "{\"ts_wep\": V}",
                "\"ts_wep\" : V|'cwfs' : master",
                "---|ts_wep: V|...|",
                "--- # begins|ts_wep: V|",
                "? ts_wep|: V|? cwfs|: master|",
                "ts_wep:|  V|cwfs: master|",
                "ts_wep:|# between|  V|",
                "\ufeffts_wep: V|cwfs: master",
                "# Zoë 🔭 ünï|ts_wep: V|cwfs: versión-1|",
                "reviewed: {at: 2026-11-21, by: 🔭}|ts_wep: V|",
                "packages:| ts_wep: V| # odd|  # comments|unpinned:|      cwfs: keep 0123abc|",
            })
    void exchangesOneVersionInPlace(String form) throws YamlProblem {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            for (String quote : new String[] {"", "'", "\""}) {
                String text = form.replace("|", end);
                String before = text.replace("V", quote + "v1.0.0" + quote);
                assertThat(edited(before, Map.of("ts_wep", named("v1.1.0")), Optional.empty()))
                        .as(before)
                        .isEqualTo(text.replace("V", quote + "v1.1.0" + quote));
            }
        }
    }

    @Test
    void quotesWhatWouldNotReadAsText() throws YamlProblem {
        for (String name :
                new String[] {"null", "1234567", "12e4567", "1.5", "#1", "{a", "yes", "a,b", "it's", "a\"b", "v#1"}) {
            String now = edited("ts_wep: v1\n", Map.of("ts_wep", named(name)), Optional.empty());
            assertThat(now).isEqualTo("ts_wep: \"" + name.replace("\"", "\\\"") + "\"\n");
        }
        for (String name :
                new String[] {"w.2023.42", COMMIT, "0.51.0", "v0.28.63-alpha.1", "tickets/DM-1", "0123abc"}) {
            assertThat(edited("ts_wep: v1\n", Map.of("ts_wep", named(name)), Optional.empty()))
                    .isEqualTo("ts_wep: " + name + "\n");
        }
        assertThat(edited("ts_wep: 'v1'", Map.of("ts_wep", named("it's")), Optional.empty()))
                .isEqualTo("ts_wep: 'it''s'");
    }

    @Test
    void addsANewPackageBehindTheLast() throws YamlProblem {
        Map<String, ListedPin> added = Map.of("atmospec", named("w.2023.42"));
        assertThat(edited("ts_wep: v1 # why\nreviewed: {at: 2026-11-21, by: a}\n", added, Optional.empty()))
                .isEqualTo("ts_wep: v1 # why\natmospec: w.2023.42\nreviewed: {at: 2026-11-21, by: a}\n");
        assertThat(edited("packages:\r\n   ts_wep: v1\r\n\r\n# end", added, Optional.empty()))
                .isEqualTo("packages:\r\n   ts_wep: v1\r\n   atmospec: w.2023.42\r\n\r\n# end");
        assertThat(edited("packages: {ts_wep: v1}", added, Optional.empty()))
                .isEqualTo("packages: {ts_wep: v1, atmospec: w.2023.42}");
        assertThat(edited("packages: {}\n", added, Optional.empty())).isEqualTo("packages: {atmospec: w.2023.42}\n");
        assertThat(edited("{}", added, Optional.empty())).isEqualTo("{atmospec: w.2023.42}");
        assertThat(edited("\ufeffts_wep: v1", added, Optional.empty()))
                .isEqualTo("\ufeffts_wep: v1\natmospec: w.2023.42");
    }

    @Test
    void takesAPinAwayAndGivesOne() throws YamlProblem {
        String list = "# head\nts_wep: v1\ncwfs: master # moves\n";
        String kept = edited(list, Map.of("ts_wep", keep("0123abc")), Optional.empty());
        assertThat(kept).isEqualTo("# head\ncwfs: master # moves\nunpinned:\n  ts_wep: keep 0123abc\n");
        String both = edited(kept, Map.of("atmospec", keep("abc0123")), Optional.empty());
        assertThat(both).endsWith("unpinned:\n  ts_wep: keep 0123abc\n  atmospec: keep abc0123\n");
        assertThat(edited(kept, Map.of("ts_wep", keep("abc0123")), Optional.empty()))
                .isEqualTo(kept.replace("0123abc", "abc0123"));
        assertThat(edited(kept, Map.of("ts_wep", named("v1")), Optional.empty()))
                .isEqualTo("# head\ncwfs: master # moves\nts_wep: v1\n");
    }

    @Test
    void neverTakesACommentAway() {
        assertThatThrownBy(() ->
                        edited("ts_wep: v1\ncwfs: master # moves\n", Map.of("cwfs", keep("0123abc")), Optional.empty()))
                .isInstanceOf(YamlProblem.class)
                .hasMessage("list, line 2, key cwfs: cannot be taken out without losing what stands beside it;"
                        + " put that on a line of its own, then ask again");
    }

    @Test
    void refusesAFormOfSeveralLinesByItsLine() {
        assertThatThrownBy(() ->
                        edited("cwfs: master\nts_wep: |-\n  v1\n", Map.of("ts_wep", named("v2")), Optional.empty()))
                .isInstanceOf(YamlProblem.class)
                .hasMessage("list, line 2, key ts_wep: stands in a form that cannot be changed without losing it;"
                        + " write it in one line, then ask again");
    }

    @Test
    void refusesAnchorsAliasesAndTagsByTheirLine() {
        for (String odd : new String[] {"&a v1", "!!str v1", "*a"}) {
            assertThatThrownBy(() -> edited("x: v1\nts_wep: " + odd + "\n", Map.of("x", named("v2")), Optional.empty()))
                    .isInstanceOf(YamlProblem.class)
                    .hasMessageStartingWith("list, line 2, key ts_wep: ");
        }
    }

    @Test
    void namesTheCycle() throws YamlProblem {
        assertThat(edited("cycle: c0044.007 # now\nts_wep: v1\n", Map.of(), Optional.of("c0044.008")))
                .isEqualTo("cycle: c0044.008 # now\nts_wep: v1\n");
        assertThat(edited("# head\npackages:\n  ts_wep: v1\n", Map.of(), Optional.of("c0044.008")))
                .isEqualTo("# head\ncycle: c0044.008\npackages:\n  ts_wep: v1\n");
        assertThat(edited("{ts_wep: v1}", Map.of(), Optional.of("c0044.008")))
                .isEqualTo("{cycle: c0044.008, ts_wep: v1}");
    }

    @Test
    void whatIsSaidAlreadyChangesNothing() throws YamlProblem {
        String list = "ts_wep:   'v1' # x\r\nunpinned: {cwfs: keep 0123abc}";
        assertThat(edited(list, Map.of("ts_wep", named("v1"), "cwfs", keep("0123abc")), Optional.empty()))
                .isEqualTo(list);
    }

    private static ListedPin named(String name) {
        return new ListedPin.Named(name, 0);
    }

    private static ListedPin keep(String commit) {
        return new ListedPin.Keep(commit, 0);
    }

    private static String edited(String list, Map<String, ListedPin> pins, Optional<String> cycle) throws YamlProblem {
        Map<PackageName, ListedPin> meant = new LinkedHashMap<>();
        pins.forEach((name, pin) -> meant.put(new PackageName(name), pin));
        return new String(
                ListEdit.of("list", list.getBytes(StandardCharsets.UTF_8), meant, cycle), StandardCharsets.UTF_8);
    }
}
