package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** Every hot-fix gets a name in the shared repository, and at the remote where the site says so. */
@Execution(ExecutionMode.CONCURRENT)
class HotfixTagTest {
    @TempDir
    Path directory;

    private TestEnvironment environment;
    private RemotePackage wep;
    private Path repository;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        wep = environment.remote("ts_wep");
        repository = environment.paths().repository(new PackageName("ts_wep"));
    }

    @Test
    void aHotFixIsTaggedAndKeepsItsTagThroughLaterFetches() {
        CommitId first = wep.hotfix("Fix mask edge", "version = 2\n");
        assertThat(sync()).isEmpty();

        assertThat(tags(repository)).singleElement().satisfies(tag -> {
            assertThat(tag).matches("hotfix/[0-9]{8}T[0-9]{6}Z-" + first.abbreviated());
            assertThat(Git.git(repository, "cat-file", "-t", tag)).isEqualTo("tag");
            assertThat(Git.git(repository, "rev-parse", tag + "^{commit}")).isEqualTo(first.hex());
            assertThat(Git.git(repository, "cat-file", "-p", tag)).contains("tagger ", "Hot-fix on deploy");
        });
        assertThat(tags(wep.bare())).isEmpty();

        wep.hotfix("And another", "version = 3\n");
        assertThat(sync()).isEmpty();
        assertThat(tags(repository)).hasSize(2);
        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);
        assertThat(tags(repository)).hasSize(2);
    }

    @Test
    void aReleaseHasANameAlready() {
        Path clone = wep.workTree();
        wep.write("python/ts_wep/__init__.py", "version = 2\n");
        Git.git(clone, "commit", "-q", "-a", "-m", "Release");
        Git.git(clone, "tag", "v2.0.0");
        wep.publish();
        assertThat(sync()).isEmpty();

        Git.git(clone, "checkout", "-q", "develop");
        wep.write("python/ts_wep/other.py", "version = 3\n");
        Git.git(clone, "add", "-A");
        Git.git(clone, "commit", "-q", "-m", "Release");
        Git.git(clone, "tag", "-a", "v3.0.0", "-m", "v3.0.0");
        Git.git(clone, "checkout", "-q", "deploy");
        Git.git(clone, "merge", "-q", "--no-ff", "-m", "Merge v3.0.0", "v3.0.0");
        wep.publish();
        assertThat(sync()).isEmpty();

        assertThat(environment.runningCommit("ts_wep")).contains(wep.head());
        assertThat(tags(repository)).isEmpty();
    }

    @Test
    void theRemoteGetsItWhereTheSiteSaysSoAsSoonAsItTakesIt() throws Exception {
        environment.writeSite("hotfix-tags: push\n");
        Path hook = wep.bare().resolve("hooks/pre-receive");
        Files.createDirectories(hook.resolveSibling("."));
        Files.writeString(hook, "#!/bin/sh\ngrep -q refs/tags/hotfix && { echo no tags here >&2; exit 1; }\nexit 0\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        CommitId head = wep.hotfix("Fix mask edge", "version = 2\n");

        assertThat(sync())
                .singleElement()
                .asString()
                .startsWith("ts_wep: hotfix/")
                .contains("is not at the remote yet");
        assertThat(environment.runningCommit("ts_wep")).contains(head);
        assertThat(sync()).hasSize(1);
        Files.delete(hook);

        assertThat(sync()).isEmpty();
        assertThat(tags(wep.bare())).isEqualTo(tags(repository)).hasSize(1);
        assertThat(sync()).isEmpty();
    }

    @Test
    void aNameThatIsThereStaysAsItIs() throws Exception {
        CommitId head = wep.hotfix("Fix mask edge", "version = 2\n");
        BareRepository bare =
                new BareRepository(repository, environment.site().packages().getFirst());
        bare.fetch();
        HotfixTag tags = new HotfixTag(environment.site().packages().getFirst(), bare, "obs_user", "host");
        Instant at = Instant.parse("2026-11-20T02:31:40Z");
        String name = "hotfix/20261120T023140Z-" + head.abbreviated();
        Git.git(repository, "tag", name, head.hex() + "~1");

        assertThat(tags.name(head, at)).isEmpty();

        assertThat(Git.git(repository, "rev-parse", name))
                .isEqualTo(wep.commit("HEAD~1").hex());
    }

    private List<String> sync() {
        Outcome outcome = environment.run(Verb.SYNC);
        if (outcome instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("the pass ended with " + outcome);
    }

    private static List<String> tags(Path where) {
        return Git.git(where, "tag", "--list", "hotfix/*").lines().toList();
    }
}
