package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Pin;
import org.obsenv.fixture.Git;

class PinResolverTest {
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

    @Test
    void resolvesTagsOfBothKindsPackedOrLoose() throws IOException {
        git.run("tag", "light", first.hex());
        git.run("tag", "-a", "-m", "said", "annotated", first.hex());
        git.run("tag", "-a", "-m", "said twice", "nested", "annotated");
        git.run("tag", "packed/v1", first.hex());
        assertTagsResolve();
        git.run("pack-refs", "--all");
        assertTagsResolve();
    }

    private void assertTagsResolve() throws IOException {
        for (String name : new String[] {"light", "annotated", "nested", "packed/v1"}) {
            assertThat(pin(name)).isEqualTo(new Pin.Resolved(name, Pin.Kind.TAG, first, FIRST_AT));
        }
    }

    @Test
    void resolvesCommitsWholeAndAbbreviated() throws IOException {
        assertThat(pin(first.hex())).isEqualTo(new Pin.Resolved(first.hex(), Pin.Kind.COMMIT, first, FIRST_AT));
        assertThat(pin(first.abbreviated()))
                .isEqualTo(new Pin.Resolved(first.abbreviated(), Pin.Kind.COMMIT, first, FIRST_AT));
        try (GitRepository repository = open()) {
            assertThat(repository.kept(first.abbreviated())).isEqualTo(new Pin.Kept(first, FIRST_AT));
        }
    }

    @Test
    void saysThatABranchIsOne() throws IOException {
        assertThat(pin("main"))
                .isEqualTo(new Pin.Resolved("main", Pin.Kind.BRANCH, second, Instant.parse("2026-11-01T00:01:00Z")));
    }

    @Test
    void prefersTheRemotesBranchToAnOwnOneLeftBehind() throws IOException {
        git.run("update-ref", "refs/remotes/origin/main", first.hex());

        assertThat(pin("main")).isEqualTo(new Pin.Resolved("main", Pin.Kind.BRANCH, first, FIRST_AT));
    }

    @Test
    void doesNotGuessBetweenATagAndABranchOfOneName() throws IOException {
        git.run("tag", "main", first.hex());

        assertThat(pin("main")).isEqualTo(new Pin.Unresolved("main", "the pin main fits 2 different commits"));
    }

    @Test
    void takesATagAndABranchThatAgree() throws IOException {
        git.run("tag", "main", second.hex());

        assertThat(pin("main"))
                .isEqualTo(new Pin.Resolved("main", Pin.Kind.TAG, second, Instant.parse("2026-11-01T00:01:00Z")));
    }

    @Test
    void doesNotGuessBetweenATagAndACommitThatItAbbreviates() throws IOException {
        git.run("tag", first.abbreviated(), second.hex());

        assertThat(pin(first.abbreviated()))
                .isEqualTo(new Pin.Unresolved(
                        first.abbreviated(), "the pin " + first.abbreviated() + " fits 2 different commits"));
    }

    @Test
    void doesNotGuessBetweenTwoCommitsOfOneAbbreviation() throws IOException {
        String ambiguous = ambiguousAbbreviation();

        assertThat(pin(ambiguous))
                .isEqualTo(new Pin.Unresolved(ambiguous, "the pin " + ambiguous + " fits 2 different commits"));
    }

    /** Makes commits until two share their first four digits. */
    private String ambiguousAbbreviation() {
        StringBuilder stream = new StringBuilder();
        for (int i = 1; i <= 600; i++) {
            stream.append("commit refs/heads/many\nmark :")
                    .append(i)
                    .append("\ncommitter A <a@b> ")
                    .append(Git.EPOCH + i)
                    .append(" +0000\ndata 1\nx\n");
        }
        git.run(stream.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), "fast-import", "--quiet");
        return git.run("rev-list", "--all")
                .lines()
                .map(id -> id.substring(0, 4))
                .sorted()
                .reduce(new Pairs(), Pairs::add, (one, other) -> one)
                .twice;
    }

    /** Remembers the first text that came twice and only twice, in sorted order. */
    private record Pairs(String last, int times, String twice) {
        Pairs() {
            this("", 0, "");
        }

        Pairs add(String text) {
            if (text.equals(last)) {
                return new Pairs(text, times + 1, twice);
            }
            return new Pairs(text, 1, twice.isEmpty() && times == 2 ? last : twice);
        }
    }

    @Test
    void saysWhatIsMissingOrNoCommit() throws IOException {
        git.run("tag", "tree", "HEAD^{tree}");

        assertThat(pin("tree"))
                .isEqualTo(new Pin.Unresolved("tree", "the pin tree is a tag of something that is no commit"));
        assertThat(pin("w.2023.42"))
                .isEqualTo(new Pin.Unresolved("w.2023.42", "the pin w.2023.42 is not in its repository"));
        assertThat(pin("ligh")).isInstanceOf(Pin.Unresolved.class);
    }

    private Pin pin(String name) throws IOException {
        try (GitRepository repository = open()) {
            return repository.pin(name);
        }
    }

    private GitRepository open() throws IOException {
        return GitRepository.open(directory.resolve(".git"));
    }
}
