package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Person;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Verb;

/** security.md row 6: no argument of any kind is accepted, by sudo, by a verb's wrapper, or by the program. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class ArgumentsTest {
    private static final long SEED = 20261121;
    private static final List<Verb> VERBS = List.of(Verb.values());
    private static final int RANDOM_ONES = 220;

    private static final List<List<String>> CHOSEN = List.of(
            List.of(""),
            List.of(" "),
            List.of("\"\""),
            List.of("", ""),
            List.of("--"),
            List.of("-"),
            List.of("-h"),
            List.of("--help"),
            List.of("--version"),
            List.of("--site", "/tmp/site.yaml"),
            List.of("--site=/tmp/site.yaml"),
            List.of("rollback"),
            List.of("rollback --tx", "id"),
            List.of("--reason", "x --root /tmp"),
            List.of("*"),
            List.of("?"),
            List.of("\\"),
            List.of("\\ "),
            List.of("$(id)"),
            List.of("`id`"),
            List.of("; id"),
            List.of("\n"),
            List.of("\nid\n"),
            List.of("-XX:OnError=id"),
            List.of("@/tmp/arguments"),
            List.of("-Dx=y", "-cp", "/tmp"),
            List.of("\u202e\u2066"),
            List.of("caf\u00e9"),
            List.of("A".repeat(100_000)),
            Collections.nCopies(2000, "x"));

    private final SudoSite site;

    ArgumentsTest(SudoSite site) {
        this.site = site;
    }

    @Test
    void sudoAcceptsNone() {
        TreeState before = TreeState.of(site.root());
        List<List<String>> accepted = new ArrayList<>();
        int turn = 0;
        for (List<String> arguments : all()) {
            Person person = turn % 2 == 0 ? site.observer() : site.maintainer();
            Verb verb = turn % 2 == 0 ? Verb.ROLLBACK : VERBS.get(turn / 2 % VERBS.size());
            Ran ran = Ran.of(site.words(person, verb, arguments.toArray(String[]::new)));
            if (ran.exit() == 0 || !ran.output().isEmpty() || !ran.complaint().contains("sudo: a password")) {
                accepted.add(arguments);
            }
            turn++;
        }
        assertThat(turn).isGreaterThanOrEqualTo(200);
        assertThat(accepted).as("seed " + SEED).isEmpty();
        assertThat(TreeState.of(site.root())).isEqualTo(before);
        // Without an argument the very same words are obeyed.
        site.follow();
        assertThat(Ran.of(site.words(site.observer(), Verb.ROLLBACK)).exit()).isZero();
    }

    @Test
    void theWrapperAcceptsNoneWhereSudoWouldLetThemThrough() {
        TreeState before = TreeState.of(site.root());
        List<List<String>> accepted = new ArrayList<>();
        int turn = 0;
        for (List<String> arguments : all()) {
            Verb verb = VERBS.get(turn++ % VERBS.size());
            List<String> words = new ArrayList<>(List.of(site.verb(verb).toString()));
            words.addAll(arguments);
            Ran ran = site.asAccount().runs(words.toArray(String[]::new));
            if (ran.exit() != 3 || !ran.output().isEmpty() || !ran.complaint().contains("takes no arguments")) {
                accepted.add(arguments);
            }
        }
        assertThat(accepted).as("seed " + SEED).isEmpty();
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    @Test
    void theProgramTakesItsVerbAndItsSiteFileOnly() {
        TreeState before = TreeState.of(site.root());
        String file = site.siteFile().toString();
        for (List<String> arguments : List.of(
                List.<String>of(),
                List.of(""),
                List.of("ROLLBACK"),
                List.of("rollback "),
                List.of("rollback", ""),
                List.of("rollback", "--site"),
                List.of("rollback", "--site=" + file, ""),
                List.of("rollback", "--SITE", file),
                List.of("--site", file, "rollback"),
                List.of("rollback", "--site", file, "--site", file),
                List.of("rollback", "resume", file))) {
            Ran ran = Ran.of(site.program(arguments.toArray(String[]::new)));
            assertThat(ran.exit()).as(arguments.toString()).isEqualTo(3);
            assertThat(ran.output()).startsWith("usage: ");
        }
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    private static List<List<String>> all() {
        List<List<String>> all = new ArrayList<>(CHOSEN);
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM_ONES; i++) {
            List<String> arguments = new ArrayList<>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                arguments.add(word(random));
            }
            all.add(arguments);
        }
        return all;
    }

    private static String word(Random random) {
        String alphabet = "abz019 -=/.*?[]\\\"'`$(){};&|<>!#~%@,:\n\t\r\u0007\u00e9\u202e";
        StringBuilder word = new StringBuilder(random.nextInt(3) == 0 ? "--" : "");
        for (int n = random.nextInt(12); n > 0; n--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
