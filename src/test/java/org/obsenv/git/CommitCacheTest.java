package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.fixture.Git;

class CommitCacheTest {
    @TempDir
    Path directory;

    private Path file;
    private Git git;
    private CommitId first;
    private CommitId second;

    @BeforeEach
    void twoCommits() {
        file = directory.resolve("cache/obsenv/commits");
        git = Git.init(directory.resolve("repository"));
        first = git.commit("a", "1", "first — with \"dashes\"", 0);
        second = git.commit("a", "2", "second", 60);
    }

    @Test
    void remembersAcrossStartsWithoutTheRepository() throws IOException {
        CommitCache before = CommitCache.keptIn(file);
        try (GitRepository repository = GitRepository.open(git.directory().resolve(".git"))) {
            before.compare(repository, first, second);
            before.summary(repository, first);
        }
        before.keep();

        CommitCache after = CommitCache.keptIn(file);
        try (GitRepository other = emptyRepository()) {
            assertThat(after.compare(other, first, second)).isEqualTo(new AheadBehind(0, 1));
            assertThat(after.summary(other, first))
                    .isEqualTo(new CommitSummary(
                            first, "first — with \"dashes\"", "Zoë Ångström", Instant.parse("2026-11-01T00:00:00Z")));
            assertThatThrownBy(() -> after.compare(other, second, first)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void ignoresABrokenFileAndWritesItAnew() throws IOException {
        CommitCache before = CommitCache.keptIn(file);
        try (GitRepository repository = GitRepository.open(git.directory().resolve(".git"))) {
            before.compare(repository, first, second);
            before.keep();
            String whole = Files.readString(file);
            for (String broken : new String[] {
                "",
                "\n",
                "nonsense",
                whole.replace(" 0 1\n", " 5 5\n"),
                whole.substring(0, whole.length() / 2),
                whole + "x\n"
            }) {
                Files.writeString(file, broken);
                CommitCache after = CommitCache.keptIn(file);
                try (GitRepository other = emptyRepository()) {
                    assertThatThrownBy(() -> after.compare(other, first, second))
                            .isInstanceOf(IOException.class);
                }
                after.compare(repository, first, second);
                after.keep();
                assertThat(file).hasContent(whole);
            }
        }
    }

    @Test
    void writesOnlyWhatIsNewAndNothingWhereItCannot() throws IOException {
        CommitCache cache = CommitCache.keptIn(file);
        cache.keep();
        assertThat(file).doesNotExist();

        Files.writeString(directory.resolve("cache"), "a file where the directory would be");
        try (GitRepository repository = GitRepository.open(git.directory().resolve(".git"))) {
            assertThat(cache.compare(repository, first, second)).isEqualTo(new AheadBehind(0, 1));
        }
        cache.keep();
        assertThat(directory.resolve("cache")).isRegularFile();
    }

    @Test
    void doesNotRememberWhatAShallowCloneSays() throws IOException {
        CommitId third = git.commit("a", "3", "third", 120);
        Path shallow = directory.resolve("shallow");
        git.run("clone", "-q", "--depth", "2", "file://" + git.directory(), shallow.toString());
        CommitCache cache = new CommitCache();
        try (GitRepository cut = GitRepository.open(shallow.resolve(".git"));
                GitRepository whole = GitRepository.open(git.directory().resolve(".git"))) {
            assertThat(cache.compare(cut, third, second)).isEqualTo(new AheadBehind(1, 0));
            assertThat(cache.comparisons()).isEmpty();
            assertThat(cache.compare(whole, third, first)).isEqualTo(new AheadBehind(2, 0));
            assertThat(cache.comparisons()).hasSize(1);
        }
    }

    private GitRepository emptyRepository() throws IOException {
        Path empty = directory.resolve("empty");
        if (!Files.exists(empty)) {
            Git.init(empty);
        }
        return GitRepository.open(empty.resolve(".git"));
    }
}
