package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.protocol.Verb;

/** Base spoilt in each way in turn: refused, and nothing is changed. */
class DamageTest {
    private static final PackageName WEP = new PackageName("ts_wep");

    @TempDir
    Path directory;

    TestEnvironment environment;
    LayoutPaths paths;
    GenerationId base;
    CommitId pinned;

    @BeforeEach
    void deployAHotfix() throws IOException {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        paths = environment.paths();
        pinned = environment.remote("ts_wep").commit("v1.0.0");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        base = environment.links().base().orElseThrow();
    }

    private interface Damage {
        void happen() throws IOException;
    }

    @Test
    void aRollBackRefusesWhateverBelongsToBaseAndIsNotWhole() throws IOException {
        Path link = paths.generation(base).resolve("ts_wep");
        Path manifest = paths.manifest(base);
        Path checkout = paths.checkout(WEP, pinned);
        Snapshot before = Snapshot.take(environment.root(), directory.resolve("before"));
        Map<String, Damage> damages = new HashMap<>(Map.of(
                "the marker is gone", () -> Files.delete(paths.marker(WEP, pinned)),
                "the marker is a directory",
                        () -> {
                            Files.delete(paths.marker(WEP, pinned));
                            Files.createDirectory(paths.marker(WEP, pinned));
                        },
                "a link is gone", () -> Files.delete(link),
                "a link leads elsewhere", () -> relink(link, "../../../../../etc"),
                "a link more", () -> relink(paths.generation(base).resolve("more"), "../../checkouts/ts_wep/" + pinned),
                "the manifest is edited",
                        () -> Files.writeString(
                                manifest, Files.readString(manifest).replace("setup", "sync")),
                "the manifest is cut short",
                        () -> Files.write(manifest, java.util.Arrays.copyOf(Files.readAllBytes(manifest), 60)),
                "the manifest is gone", () -> Files.delete(manifest),
                "the manifest is another's",
                        () -> Files.write(manifest, Files.readAllBytes(paths.manifest(new GenerationId(1)))),
                "the checkout is gone", () -> Files.move(checkout, checkout.resolveSibling("moved"))));
        damages.put("the checkout is a file", () -> {
            Files.move(checkout, checkout.resolveSibling("moved"));
            Files.createFile(checkout);
        });
        for (Map.Entry<String, Damage> each : damages.entrySet()) {
            before.restore();
            each.getValue().happen();
            String spoilt = Wholeness.content(environment.root());

            assertThat(environment.run(Verb.ROLLBACK))
                    .as(each.getKey())
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.GENERATION_DAMAGED));
            assertThat(Wholeness.content(environment.root())).as(each.getKey()).isEqualTo(spoilt);
        }
    }

    @Test
    void aRollBackRefusesABaseLinkThatNamesNothing() throws IOException {
        relink(paths.base(), "generations/000099");
        assertThat(environment.run(Verb.ROLLBACK))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.GENERATION_DAMAGED));
        relink(paths.base(), "../elsewhere");
        assertThat(environment.run(Verb.ROLLBACK))
                .isEqualTo(new Outcome.Refused(
                        Refusal.GENERATION_DAMAGED,
                        Map.of("generation", "base", "problem", "the link base names ../elsewhere")));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    @Test
    void setBaseRefusesACheckoutWhoseFilesAreNotTheCommits() throws IOException {
        Path file = paths.checkout(WEP, pinned).resolve("python/ts_wep/__init__.py");
        Snapshot before = Snapshot.take(environment.root(), directory.resolve("before"));
        Map<String, Damage> damages = Map.of(
                "a file is changed", () -> Files.writeString(file, "version = 1 # by hand\n"),
                "a file is gone", () -> Files.delete(file),
                "a file is more", () -> Files.writeString(file.resolveSibling("more.py"), ""),
                "a file is a link", () -> relink(file, "/etc/passwd"),
                "the files are changed and the marker is gone",
                        () -> {
                            Files.writeString(file, "version = 1 # by hand\n");
                            Files.delete(paths.marker(WEP, pinned));
                        });
        for (Map.Entry<String, Damage> each : damages.entrySet()) {
            before.restore();
            each.getValue().happen();
            ThreeLinks links = ThreeLinks.of(environment);
            String spoilt = Wholeness.content(paths.checkout(WEP, pinned));

            assertThat(environment.run(Verb.SET_BASE))
                    .as(each.getKey())
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.CANNOT_BUILD));
            assertThat(ThreeLinks.of(environment)).as(each.getKey()).isEqualTo(links);
            assertThat(Wholeness.content(paths.checkout(WEP, pinned))).isEqualTo(spoilt);
        }
    }

    @Test
    void setBaseMarksAnIntactCheckoutAgain() throws IOException {
        Files.delete(paths.marker(WEP, pinned));
        String before = Wholeness.content(paths.checkout(WEP, pinned));

        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);

        assertThat(Wholeness.content(paths.checkout(WEP, pinned))).isEqualTo(before);
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
    }

    /** Security row 8: a new pin of which one object is missing, each in turn. */
    @Test
    void setBaseBuildsNothingFromACommitThatLacksAnObject() throws IOException {
        CommitId next = environment.remote("ts_wep").hotfix("Retry it twice", "version = 3\n");
        Path repository = paths.repository(WEP);
        Git.git(
                repository,
                "fetch",
                "-q",
                environment.remote("ts_wep").address(),
                "+refs/heads/*:refs/remotes/origin/*");
        environment.writeList("ts_wep: " + next + "\n");
        List<String> objects = Git.git(repository, "rev-list", "--objects", "--no-object-names", next + "^!")
                .lines()
                .toList();
        assertThat(objects).hasSize(5);
        Snapshot before = Snapshot.take(environment.root(), directory.resolve("before"));
        ThreeLinks links = ThreeLinks.of(environment);
        for (String object : objects) {
            before.restore();
            Files.deleteIfExists(repository.resolve("objects/" + object.substring(0, 2) + "/" + object.substring(2)));

            Outcome outcome = environment.run(Verb.SET_BASE);

            assertThat(outcome).as("without " + object).isNotInstanceOf(Outcome.Failed.class);
            if (outcome instanceof Outcome.Refused) {
                assertThat(ThreeLinks.of(environment)).as(outcome.toString()).isEqualTo(links);
            }
            assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
            new Wholeness(environment)
                    .learn()
                    .require("without " + object, java.util.Set.of(ThreeLinks.of(environment)));
        }
    }

    private static void relink(Path link, String text) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(text));
    }
}
