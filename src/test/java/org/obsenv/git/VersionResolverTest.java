package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Pin;
import org.obsenv.fixture.Git;

/** A version fits its tag however that is spelled; what fits two commits, or none, is told. */
class VersionResolverTest {
    private static final Instant FIRST_AT = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path directory;

    private Git git;
    private CommitId first;
    private CommitId second;

    @BeforeEach
    void twoCommits() {
        git = Git.init(directory);
        first = git.commit("a", "1", "first", 0);
        second = git.commit("a", "2", "second", 60);
    }

    @ParameterizedTest
    @CsvSource({
        "0.28.63a1, v0.28.63.alpha.1",
        "0.28.63a1, v0.28.63-alpha.1",
        "0.28.63a1, v0.28.63a1",
        "0.28.63a1, 0.28.63a1",
        "0.21.0-alpha.3, v0.21.0a3",
        "0.3.0b2, v0.3.0.beta.2",
        "0.7.0rc3, v0.7.0-rc.3",
        "0.51.0, v0.51.0",
        "w.2023.42, w.2023.42"
    })
    void takesEverySpelling(String value, String tag) throws IOException {
        git.run("tag", "-a", "-m", "said", tag, first.hex());

        assertThat(version(value)).isEqualTo(new Pin.Resolved(tag, Pin.Kind.TAG, first, FIRST_AT));
    }

    @ParameterizedTest
    @CsvSource({
        "0.28.63a1, v0.28.63a11",
        "0.28.63a1, v0.28.63b1",
        "0.28.6, v0.28.63",
        "0.12, v0.12.0",
        "0.51.0, v0.51.0a1",
        "w.2023.42, w_2023_42",
        "1.2.3, release-1.2.3"
    })
    void takesNothingElse(String value, String tag) throws IOException {
        git.run("tag", tag, first.hex());

        assertThat(version(value)).isInstanceOfSatisfying(Pin.Unresolved.class, each -> assertThat(each.problem())
                .startsWith(value + " is no tag"));
    }

    @Test
    void twoSpellingsOfOneCommitAreOneAndTheListsOwnComesFirst() throws IOException {
        git.run("tag", "v1.0.0.alpha.1", first.hex());
        git.run("tag", "v1.0.0a1", first.hex());
        assertThat(version("1.0.0a1")).isEqualTo(new Pin.Resolved("v1.0.0a1", Pin.Kind.TAG, first, FIRST_AT));
        git.run("tag", "1.0.0a1", first.hex());
        assertThat(version("1.0.0a1")).isEqualTo(new Pin.Resolved("1.0.0a1", Pin.Kind.TAG, first, FIRST_AT));
    }

    @Test
    void twoSpellingsOfTwoCommitsAreNamedAndNotGuessed() throws IOException {
        git.run("tag", "v1.0.0a1", first.hex());
        git.run("tag", "v1.0.0.alpha.1", second.hex());

        assertThat(version("1.0.0a1"))
                .isEqualTo(new Pin.Unresolved(
                        "1.0.0a1",
                        "1.0.0a1 fits 2 different commits: v1.0.0a1 (" + first.abbreviated() + "), v1.0.0.alpha.1 ("
                                + second.abbreviated() + ")"));
    }

    @Test
    void aBranchIsSaidToBeOneAndATagOfItsNameElsewhereIsAmbiguous() throws IOException {
        git.run("branch", "deploy-summit", second.hex());
        assertThat(version("deploy-summit")).isInstanceOfSatisfying(Pin.Resolved.class, each -> {
            assertThat(each.kind()).isEqualTo(Pin.Kind.BRANCH);
            assertThat(each.commit()).isEqualTo(second);
        });
        git.run("tag", "deploy-summit", first.hex());
        assertThat(version("deploy-summit")).isInstanceOf(Pin.Unresolved.class);
    }

    @Test
    void aDescribedCommitIsThatCommit() throws IOException {
        String described = "2.13.0.sims-4-g" + first.abbreviated() + "+7c85dde3c7";
        assertThat(version(described)).isInstanceOfSatisfying(Pin.Resolved.class, each -> {
            assertThat(each.kind()).isEqualTo(Pin.Kind.COMMIT);
            assertThat(each.commit()).isEqualTo(first);
        });
        assertThat(version("2.13.0.sims-4-g6cf0aa7+7c85dde3c7")).isInstanceOf(Pin.Unresolved.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a..b", "refs/heads/x", "@{-1}", "v1.0.0^", "HEAD", "-x", "a b", "é"})
    void whatIsNoNameIsNothingHere(String value) throws IOException {
        assertThat(version(value)).isInstanceOf(Pin.Unresolved.class);
    }

    private Pin version(String value) throws IOException {
        try (GitRepository repository = GitRepository.open(directory.resolve(".git"))) {
            return repository.version(value);
        }
    }
}
