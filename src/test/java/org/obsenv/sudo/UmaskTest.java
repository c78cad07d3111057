package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Verb;

/** security.md row 3: whatever umask the caller has, every file gets the mode that is meant for it. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class UmaskTest {
    private final SudoSite site;

    UmaskTest(SudoSite site) {
        this.site = site;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0077", "0777"})
    void everyModeIsSetAndNotInherited(String umask) throws Exception {
        site.follow();
        // A new commit makes the build write a checkout, a generation, links, the state and the journal.
        site.hotfix("ts_wep", "Change under umask " + umask, "version = '" + umask + System.nanoTime() + "'\n");

        for (Verb verb : List.of(Verb.SYNC, Verb.SET_BASE, Verb.SETUP, Verb.ROLLBACK, Verb.RESUME)) {
            Ran ran = under(umask, verb);
            assertThat(ran.complaint()).startsWith(umask + "\n");
            assertThat(ran.exit()).as(verb + ran.output()).isZero();
        }

        assertThat(modesOtherThanMeant()).isEmpty();
    }

    @Test
    void aWrongModeWouldBeSeen() throws Exception {
        Path state = site.paths().state();
        Ran.of(List.of("chmod", "600", state.toString())).orFail("chmod");
        try {
            assertThat(modesOtherThanMeant()).containsKey(".obsenv/state.yaml");
        } finally {
            Ran.of(List.of("chmod", "644", state.toString())).orFail("chmod");
        }
    }

    private Ran under(String umask, Verb verb) {
        List<String> words = new ArrayList<>(
                site.maintainer().command("/bin/sh", "-c", "umask \"$1\"; umask >&2; shift; exec \"$@\""));
        words.addAll(List.of("sh", umask, "sudo", "-n", "-u", site.account()));
        words.add(site.verb(verb).toString());
        return Ran.of(words);
    }

    private SortedMap<String, String> modesOtherThanMeant() {
        SortedMap<String, String> wrong = new TreeMap<>();
        TreeState.modes(site.root()).forEach((path, mode) -> {
            if (!mode.matches(meant(path))) {
                wrong.put(path, mode);
            }
        });
        return wrong;
    }

    private static String meant(String path) {
        if (path.startsWith(".obsenv/locks")) {
            return path.equals(".obsenv/locks") ? "40700" : "100600";
        }
        if (path.matches("\\.obsenv/checkouts/[^/]+/[0-9a-f]{40}(/.*)?")) {
            return "40555|100444|100555|120777";
        }
        if (path.startsWith(".obsenv/repositories")) {
            return "40755|100644|100444|100755"; // git's own choice: it makes its objects read-only
        }
        if (path.equals(".obsenv/site-copy")) {
            return "100600"; // the site file may be meant for fewer eyes than the environment
        }
        if (path.equals(".obsenv/bin/with-environment")) {
            return "100755";
        }
        return "40755|100644|120777";
    }
}
