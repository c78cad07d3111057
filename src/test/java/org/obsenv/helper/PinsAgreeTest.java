package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListedPin;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.git.GitRepository;

/**
 * What the console says of a pin and what the helper builds from it are read by two programs, JGit and git. They must
 * never differ: on one repository, every spelling gets the same verdict from both.
 */
@Execution(ExecutionMode.CONCURRENT)
class PinsAgreeTest {
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final String BRANCH = ", a branch";
    private static final String MISSING = "missing";
    private static final String AMBIGUOUS = "ambiguous";
    private static final String NO_COMMIT = "no commit";

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private Path repository;
    private Git git;
    private CommitId first;
    private CommitId second;

    @BeforeEach
    void oneRepository() throws IOException {
        environment = TestEnvironment.prepare(directory, "ts_wep");
        repository = environment.paths().repository(WEP);
        git = Git.init(directory.resolve("work"));
        first = git.commit("a", "1", "first", 0);
        second = git.commit("a", "2", "second", 60);
        git.run("update-ref", "refs/remotes/origin/deploy", first.hex());
        git.run("update-ref", "refs/heads/deploy", second.hex());
        git.run("tag", "light", first.hex());
        git.run("tag", "-a", "-m", "said", "annotated", first.hex());
        git.run("tag", "-a", "-m", "said twice", "nested", "annotated");
        git.run("tag", "packed/v1", first.hex());
        git.run("tag", "versión-1", first.hex());
        git.run("tag", "both", first.hex());
        git.run("update-ref", "refs/remotes/origin/both", second.hex());
        git.run("tag", "agreed", first.hex());
        git.run("update-ref", "refs/remotes/origin/agreed", first.hex());
        git.run("tag", "tree", "HEAD^{tree}");
        git.run("update-ref", "refs/remotes/origin/tree", first.hex());
        git.run("tag", second.abbreviated(), first.hex());
        git.run("update-ref", "refs/remotes/origin/w.2023.42", first.hex());
    }

    /** As a layout has it: bare, with the remote's branches beside its own. */
    private void publish() throws IOException {
        Files.createDirectories(repository.getParent());
        git.run("clone", "-q", "--bare", ".", repository.toString());
        git.run("push", "-q", "--force", repository.toString(), "refs/*:refs/*");
    }

    @Test
    void everySpellingHasOneVerdict() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String name : List.of("light", "annotated", "nested", "packed/v1", "versión-1", "agreed")) {
            expected.put(name, first.hex());
        }
        expected.put("w.2023.42", first.hex() + BRANCH);
        expected.put("deploy", first.hex() + BRANCH);
        expected.put("main", second.hex() + BRANCH);
        expected.put(first.hex(), first.hex());
        expected.put(second.hex(), second.hex());
        expected.put(first.abbreviated(), first.hex());
        expected.put(first.hex().substring(0, 5), first.hex());
        expected.put(first.hex().substring(0, 12).toUpperCase(java.util.Locale.ROOT), first.hex());
        String tagObject = git.run("rev-parse", "annotated");
        expected.put(tagObject.substring(0, 10), first.hex());
        expected.put("both", AMBIGUOUS);
        expected.put(second.abbreviated(), AMBIGUOUS);
        expected.put("tree", NO_COMMIT);
        for (String name : List.of(
                git.run("rev-parse", "HEAD^{tree}"),
                first.hex().substring(0, 3),
                first.hex() + "0",
                "0".repeat(40),
                "0123456789abcdef0123456789abcdef01234567",
                "w.2023.43",
                "packed",
                "ligh",
                "LIGHT",
                "versio\u0301n-1",
                "light ",
                "light/",
                "light.lock",
                "light\n",
                "",
                "-light",
                "--all",
                "HEAD",
                "@",
                "refs/tags/light",
                "refs/heads/main",
                "tags/light",
                "heads/main",
                "origin/deploy",
                "light^",
                "light~1",
                "light^0",
                "light^{commit}",
                "light^{}",
                "main~1",
                "main@{0}",
                "@{-1}",
                ":/first",
                "light..main",
                "light-0-g" + first.abbreviated(),
                "light*",
                "l?ght",
                "*")) {
            expected.put(name, MISSING);
        }
        publish();
        assertThat(verdicts(expected.keySet(), this::console)).isEqualTo(expected);
        assertThat(verdicts(expected.keySet(), this::helper)).isEqualTo(expected);
        git = new Git(repository);
        git.run("pack-refs", "--all");
        git.run("gc", "-q");
        assertThat(verdicts(expected.keySet(), this::console)).isEqualTo(expected);
        assertThat(verdicts(expected.keySet(), this::helper)).isEqualTo(expected);
    }

    @Test
    void everyAbbreviationOfManyCommitsHasOneVerdict() throws IOException {
        StringBuilder stream = new StringBuilder();
        for (int i = 1; i <= 600; i++) {
            stream.append("commit refs/heads/many\nmark :%d\ncommitter A <a@b> %d +0000\ndata 1\nx\n"
                    .formatted(i, Git.EPOCH + i));
        }
        git.run(stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
        publish();
        Map<String, Long> counts = git.run("rev-list", "--all")
                .lines()
                .collect(Collectors.groupingBy(id -> id.substring(0, 4), Collectors.counting()));
        List<String> shared = counts.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(shared).isNotEmpty();
        for (String digits : shared) {
            assertThat(console(digits)).as(digits).isEqualTo(AMBIGUOUS);
            assertThat(helper(digits)).as(digits).isEqualTo(AMBIGUOUS);
        }
    }

    /** What cannot be looked at is no verdict: the console says unknown, the helper refuses. */
    @Test
    void aTagOfAnObjectThatIsGoneResolvesForNeither() throws IOException {
        publish();
        String gone = "0123456789abcdef0123456789abcdef01234567";
        Files.writeString(repository.resolve("refs/tags/gone"), gone + "\n");

        assertThat(helper("gone")).isEqualTo(NO_COMMIT);
        assertThat(console("gone")).isEqualTo("unreadable");
    }

    private interface Reader {
        String verdict(String name) throws IOException;
    }

    private static Map<String, String> verdicts(Iterable<String> names, Reader reader) throws IOException {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (String name : names) {
            verdicts.put(name, reader.verdict(name));
        }
        return verdicts;
    }

    private String console(String name) {
        try (GitRepository opened = GitRepository.open(repository)) {
            return switch (opened.pin(name)) {
                case Pin.Resolved resolved ->
                    resolved.commit().hex() + (resolved.kind() == Pin.Kind.BRANCH ? BRANCH : "");
                case Pin.Unresolved unresolved -> unresolved(unresolved.problem());
                case Pin other -> other.toString();
            };
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private String helper(String name) throws IOException {
        BaseList list = new BaseList(
                "list", "0".repeat(64), Map.of(WEP, new ListedPin.Named(name, 1)), Optional.empty(), Optional.empty());
        try {
            PinResolution pins = PinResolution.of(environment.site(), environment.paths(), list);
            return pins.commits().get(WEP) + (pins.branches().contains(WEP) ? BRANCH : "");
        } catch (RefusedException e) {
            return unresolved(e.outcome().facts().getOrDefault("problem", ""));
        }
    }

    private static String unresolved(String problem) {
        if (problem.endsWith(" is not in its repository")) {
            return MISSING;
        }
        if (problem.endsWith(" is a tag of something that is no commit")) {
            return NO_COMMIT;
        }
        return problem.matches("(?s).* fits [2-9] different commits") ? AMBIGUOUS : problem;
    }
}
