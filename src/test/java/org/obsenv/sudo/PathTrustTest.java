package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Verb;

/** security.md row 18: a path that somebody else could change is not trusted, and no link on it is followed. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class PathTrustTest {
    private static final List<String> COMPONENTS = List.of(
            "",
            "env",
            "env/.obsenv",
            "env/.obsenv/generations",
            "env/.obsenv/checkouts",
            "env/.obsenv/repositories",
            "env/.obsenv/journal",
            "env/.obsenv/locks",
            "env/.obsenv/ready",
            "site.yaml");

    private final SudoSite site;

    PathTrustTest(SudoSite site) {
        this.site = site;
    }

    @BeforeEach
    void follow() {
        site.follow();
    }

    static Stream<String> components() {
        return COMPONENTS.stream();
    }

    /** Without the directory that holds the verbs too: with a link there sudo itself finds nothing. */
    static Stream<String> componentsBelowTheVerbs() {
        return COMPONENTS.stream().skip(1);
    }

    @ParameterizedTest
    @MethodSource("components")
    void refusesAComponentThatBelongsToSomebodyElse(String name) {
        Path component = site.directory().resolve(name);
        String owner = Ran.of(List.of("stat", "-c", "%U", component.toString()))
                .output()
                .trim();
        run("chown", site.stranger().name(), component);
        try {
            assertThat(rollBack())
                    .isEqualTo(untrusted(
                            component,
                            "it belongs to another account",
                            "give " + component + " to root or to the environment's account, with chown"));
        } finally {
            run("chown", owner, component);
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void refusesAComponentThatOthersMayWrite(String name) {
        Path component = site.directory().resolve(name);
        String mode = Ran.of(List.of("stat", "-c", "%a", component.toString()))
                .output()
                .trim();
        for (String open : List.of("g+w", "o+w")) {
            run("chmod", open, component);
            try {
                assertThat(rollBack())
                        .isEqualTo(untrusted(component, "others may write to it", "chmod go-w " + component));
            } finally {
                run("chmod", mode, component);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("componentsBelowTheVerbs")
    void followsNoLinkOnTheWay(String name) throws Exception {
        Path component = site.directory().resolve(name);
        Path aside = component.resolveSibling("aside");
        Files.move(component, aside);
        Files.createSymbolicLink(component, aside.getFileName());
        try {
            assertThat(rollBack())
                    .isEqualTo(untrusted(
                            component,
                            "it is a symbolic link",
                            "name the real path, or put the real thing in the place of the link"));
        } finally {
            Files.delete(component);
            Files.move(aside, component);
        }
    }

    /** The list is somebody else's file: one that never ends when read holds nothing up. */
    @Test
    void rollsBackWhereTheListIsAPipeThatNobodyWrites() throws Exception {
        Path aside = site.baseList().resolveSibling("list-aside");
        Files.move(site.baseList(), aside);
        Ran.of(List.of("mkfifo", "-m", "644", site.baseList().toString())).orFail("mkfifo");
        try {
            assertThat(site.run(site.observer(), Verb.ROLLBACK))
                    .isInstanceOfSatisfying(Outcome.Switched.class, switched -> assertThat(switched.remarks())
                            .containsExactly(Remark.LIST_UNREADABLE));
        } finally {
            Files.move(aside, site.baseList(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void saysThatTheSiteFileIsMissing() throws Exception {
        Path aside = site.siteFile().resolveSibling("site-aside");
        Files.move(site.siteFile(), aside);
        try {
            assertThat(rollBack())
                    .isEqualTo(new Outcome.Refused(
                            Refusal.BAD_SITE,
                            Map.of("problem", site.siteFile() + ": cannot be read: NoSuchFileException")));
        } finally {
            Files.move(aside, site.siteFile());
        }
    }

    private Outcome rollBack() {
        TreeState before = TreeState.of(site.root());
        Outcome outcome = site.run(site.observer(), Verb.ROLLBACK);
        assertThat(TreeState.of(site.root())).isEqualTo(before);
        return outcome;
    }

    private static Outcome untrusted(Path path, String problem, String mend) {
        return new Outcome.Refused(
                Refusal.UNTRUSTED_PATH, Map.of("path", path.toString(), "problem", problem, "mend", mend));
    }

    private static void run(String program, String word, Path path) {
        Ran.of(List.of(program, word, path.toString())).orFail(program);
    }
}
