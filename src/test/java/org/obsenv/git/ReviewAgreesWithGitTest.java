package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.CommitKind;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.domain.changes.RangeQuestion;
import org.obsenv.domain.changes.Ticket;
import org.obsenv.domain.changes.TicketRules;
import org.obsenv.fixture.Git;

/**
 * What commits are, whose ticket they belong to and whether a default branch has them agrees with the git program on
 * generated histories. {@code -Dobsenv.reviews=5000} takes more of them, {@code -Dobsenv.seed=…} others.
 */
@Execution(ExecutionMode.CONCURRENT)
class ReviewAgreesWithGitTest {
    private static final int HISTORIES = Integer.getInteger("obsenv.reviews", 500);
    private static final long SEED = Long.getLong("obsenv.seed", 20_261_122L);
    private static final PackageName NAME = new PackageName("p");
    private static final Pattern TICKET = Pattern.compile("(?<![A-Za-z0-9])(?:DM|BLOCK)-T?[0-9]{1,9}(?![A-Za-z0-9])");

    /** What is asked of one history. */
    private record Case(
            DeployHistory history,
            Path repository,
            String from,
            String to,
            String head,
            Map<String, String> defaults,
            Map<String, List<String>> tags,
            RangeHistory found,
            Map<CommitId, Counterpart> counterparts) {}

    private final Map<String, Integer> seen = new TreeMap<>();

    @TempDir
    Path directory;

    @Test
    void onGeneratedHistories() throws IOException {
        System.out.println("ReviewAgreesWithGitTest: seed " + SEED + ", " + HISTORIES + " histories");
        List<DeployHistory> histories = new ArrayList<>();
        StringBuilder stream = new StringBuilder();
        int base = 0;
        for (int i = 0; i < HISTORIES; i++) {
            DeployHistory history = new DeployHistory(i, SEED + i, base, stream);
            histories.add(history);
            base += history.size();
        }
        Path all = directory.resolve("all.git");
        new Git(directory).run("init", "-q", "--bare", all.toString());
        Git git = new Git(all);
        Path exported = directory.resolve("marks");
        git.run(
                stream.toString().getBytes(StandardCharsets.UTF_8),
                "fast-import",
                "--quiet",
                "--force",
                "--export-marks=" + exported);
        Map<Integer, String> marks = new HashMap<>();
        for (String line : Files.readAllLines(exported)) {
            marks.put(Integer.parseInt(line.substring(1, line.indexOf(' '))), line.substring(line.indexOf(' ') + 1));
        }
        Map<String, Integer> historyOf = new HashMap<>();
        histories.forEach(
                each -> each.marks().forEach(mark -> historyOf.put(GitAnswers.must(marks, mark), each.number)));
        GitAnswers answers = new GitAnswers(git, historyOf.keySet());
        List<Case> cases = new ArrayList<>();
        for (DeployHistory each : histories) {
            cases.add(read(each, all, marks));
        }
        compareSides(answers, cases, historyOf);
        compareKinds(answers, cases, historyOf);
        compareCounterparts(answers, cases, historyOf);
        System.out.println("ReviewAgreesWithGitTest: " + seen);
        // Else the histories would be too tame to prove anything.
        for (String each : List.of(
                "ReleaseMerge",
                "HotFix",
                "MergedBy",
                "PlainMerge",
                "FromDefault",
                "OffDeploy",
                "Unclear",
                "own ticket",
                "ticket of a merge",
                "ticket of a merge within a merge",
                "SameCommit",
                "SamePatch",
                "Missing",
                "NothingToCarry",
                "Unknown")) {
            assertThat(seen.getOrDefault(each, 0)).as(each + " of " + seen).isGreaterThan(HISTORIES / 50);
        }
    }

    /** A repository with refs of its own and the objects of all. */
    private Case read(DeployHistory history, Path all, Map<Integer, String> marks) throws IOException {
        Random random = new Random(SEED + history.number);
        Map<String, String> named = new TreeMap<>();
        Map<String, String> defaults = new LinkedHashMap<>();
        history.branches.forEach(
                (name, mark) -> named.put("refs/remotes/origin/" + name, GitAnswers.must(marks, mark)));
        for (String each : List.of("develop", "main", "master")) {
            Optional.ofNullable(named.get("refs/remotes/origin/" + each)).ifPresent(tip -> defaults.put(each, tip));
        }
        Map<String, List<String>> tags = new HashMap<>();
        history.tags.forEach((name, mark) -> {
            named.put("refs/tags/" + name, GitAnswers.must(marks, mark));
            tags.computeIfAbsent(GitAnswers.must(marks, mark), key -> new ArrayList<>())
                    .add(name);
        });
        Path repository = directory.resolve("r" + history.number + ".git");
        Files.createDirectories(repository.resolve("objects/info"));
        Files.createDirectories(repository.resolve("refs"));
        Files.writeString(repository.resolve("objects/info/alternates"), all.resolve("objects") + "\n");
        Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/deploy\n");
        Files.writeString(repository.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
        history.annotated.forEach((name, mark) -> named.put("refs/tags/" + name, GitAnswers.must(marks, mark)));
        StringBuilder packed = new StringBuilder("# pack-refs with: sorted \n");
        named.forEach(
                (name, object) -> packed.append(object).append(' ').append(name).append('\n'));
        Files.writeString(repository.resolve("packed-refs"), packed);
        String from = GitAnswers.must(marks, random.nextInt(3) > 0 ? history.anyOnDeploy() : history.any());
        String to = GitAnswers.must(
                marks, random.nextInt(4) > 0 ? GitAnswers.must(history.branches, "deploy") : history.any());
        String head = GitAnswers.must(marks, GitAnswers.must(history.branches, "deploy"));
        JGitHistoryReader reader = new JGitHistoryReader(
                name -> repository,
                new BoundedReads(Duration.ofMinutes(1), 1),
                new BoundedReads(Duration.ofMinutes(1), 1),
                TicketRules.STANDARD);
        RangeHistory found = value(reader.history(
                NAME,
                new RangeQuestion(
                        new CommitId(from), new CommitId(to), Known.of(new CommitId(head)), Integer.MAX_VALUE)));
        Map<CommitId, Counterpart> counterparts = value(
                reader.counterparts(NAME, commits(found).map(RangeCommit::id).toList()));
        return new Case(history, repository, from, to, head, defaults, tags, found, counterparts);
    }

    private static <T> T value(Known<T> known) {
        return switch (known) {
            case Known.Value<T>(T value) -> value;
            case Known.Unknown<T>(String reason) -> throw new AssertionError(reason);
        };
    }

    private static Stream<RangeCommit> commits(RangeHistory found) {
        return Stream.concat(found.gained().stream(), found.lost().stream());
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private static String what(Case each, RangeCommit commit) {
        return "history of seed " + (SEED + each.history().number) + ", " + each.from() + ".." + each.to() + " with "
                + each.head() + ", commit " + commit.id() + " "
                + commit.summary().subject();
    }

    private static void compareSides(GitAnswers git, List<Case> cases, Map<String, Integer> historyOf) {
        List<List<List<String>>> questions = cases.stream()
                .map(each -> List.of(List.of(each.to(), "^" + each.from()), List.of(each.from(), "^" + each.to())))
                .toList();
        List<List<Set<String>>> sides = git.rounds(questions, historyOf);
        for (int i = 0; i < cases.size(); i++) {
            RangeHistory found = cases.get(i).found();
            assertThat(ids(found.gained())).isEqualTo(sides.get(i).get(0));
            assertThat(ids(found.lost())).isEqualTo(sides.get(i).get(1));
            assertThat(found.cut()).isZero();
        }
    }

    private static Set<String> ids(List<RangeCommit> commits) {
        Set<String> ids = new HashSet<>();
        commits.forEach(each -> ids.add(each.id().hex()));
        assertThat(ids).hasSize(commits.size());
        return ids;
    }

    private void compareKinds(GitAnswers git, List<Case> cases, Map<String, Integer> historyOf) {
        Set<String> deployLines =
                Set.copyOf(git.revList(cases.stream().map(Case::head).toList(), "--first-parent"));
        Map<String, Set<String>> inDefault = inDefault(git, cases);
        Brought brought = Brought.of(git, historyOf, cases.size());
        List<List<Set<String>>> reach = git.rounds(
                cases.stream()
                        .map(each -> List.of(List.of(each.head()), List.of(each.to()), List.of(each.from())))
                        .toList(),
                historyOf);
        for (Case each : cases) {
            List<Set<String>> mine = reach.get(cases.indexOf(each));
            Map<String, Set<String>> reached = new HashMap<>();
            reached.put(each.head(), mine.get(0));
            reached.put(each.to(), mine.get(1));
            reached.put(each.from(), mine.get(2));
            commits(each.found()).forEach(commit -> {
                CommitKind kind = kind(git, each, commit, deployLines, inDefault, brought);
                assertThat(commit.kind()).as(what(each, commit)).isEqualTo(kind);
                count(kind.getClass().getSimpleName());
                Optional<Ticket> ticket = ticket(git, each, commit, reached, brought);
                assertThat(commit.ticket()).as(what(each, commit)).isEqualTo(ticket);
                ticket.ifPresent(found -> count(found.merge().isEmpty() ? "own ticket" : "ticket of a merge"));
                assertThat(Set.copyOf(commit.tags()))
                        .isEqualTo(
                                Set.copyOf(each.tags().getOrDefault(commit.id().hex(), List.of())));
                List<String> parents = parents(git, commit.id().hex());
                assertThat(commit.before())
                        .isEqualTo(
                                parents.isEmpty() ? Optional.empty() : Optional.of(new CommitId(parents.getFirst())));
            });
        }
    }

    private static List<String> parents(GitAnswers git, String commit) {
        return git.parents.getOrDefault(commit, List.of());
    }

    private static Map<String, Set<String>> inDefault(GitAnswers git, List<Case> cases) {
        Map<String, Set<String>> reached = new LinkedHashMap<>();
        for (String name : List.of("develop", "main", "master")) {
            List<String> tips = cases.stream()
                    .flatMap(each -> Optional.ofNullable(each.defaults().get(name)).stream())
                    .toList();
            reached.put(name, Set.copyOf(git.revList(tips)));
        }
        return reached;
    }

    private static Optional<String> branch(Map<String, Set<String>> inDefault, String commit) {
        return inDefault.entrySet().stream()
                .filter(each -> each.getValue().contains(commit))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static CommitKind kind(
            GitAnswers git,
            Case asked,
            RangeCommit commit,
            Set<String> deployLines,
            Map<String, Set<String>> inDefault,
            Brought brought) {
        String id = commit.id().hex();
        List<String> parents = parents(git, id);
        CommitKind unclear = new CommitKind.Unclear("the repository has no branch develop, main or master");
        Optional<String> home = branch(inDefault, id);
        if (deployLines.contains(id) && parents.size() > 1) {
            for (String each : parents.subList(1, parents.size())) {
                Optional<String> tag = asked.tags().getOrDefault(each, List.of()).stream()
                        .filter(name -> !name.startsWith("hotfix/"))
                        .max(Comparator.comparing(ReviewAgreesWithGitTest::padded));
                if (home.isEmpty() && tag.isPresent()) {
                    if (asked.defaults().isEmpty()) {
                        return unclear;
                    }
                    if (branch(inDefault, each).isPresent()) {
                        return new CommitKind.ReleaseMerge(tag.get(), new CommitId(each));
                    }
                }
            }
            return new CommitKind.PlainMerge();
        }
        if (deployLines.contains(id)) {
            return home.<CommitKind>map(CommitKind.FromDefault::new)
                    .orElse(asked.defaults().isEmpty() ? unclear : new CommitKind.HotFix());
        }
        List<String> chain = brought.chain(asked.head(), id);
        if (!chain.isEmpty()) {
            String merge = chain.getLast();
            return new CommitKind.MergedBy(new CommitId(merge), named(git, merge));
        }
        return parents.size() > 1 ? new CommitKind.PlainMerge() : new CommitKind.OffDeploy();
    }

    private static String padded(String tag) {
        return Pattern.compile("[0-9]+")
                .matcher(tag)
                .replaceAll(each -> "0".repeat(9 - each.group().length()) + each.group());
    }

    private static Optional<String> named(GitAnswers git, String commit) {
        Matcher matcher = TICKET.matcher(git.messages.getOrDefault(commit, ""));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private Optional<Ticket> ticket(
            GitAnswers git, Case asked, RangeCommit commit, Map<String, Set<String>> reached, Brought brought) {
        String id = commit.id().hex();
        Optional<String> own = named(git, id);
        if (own.isPresent()) {
            return Optional.of(new Ticket(own.get(), Optional.empty()));
        }
        // The lines, in the order in which they are taken: the deploy head's, then those of both ends.
        for (String tip : List.of(asked.head(), asked.to(), asked.from())) {
            if (GitAnswers.must(reached, tip).contains(id)) {
                List<String> chain = brought.chain(tip, id);
                if (chain.size() > 1) {
                    count("ticket of a merge within a merge");
                }
                for (String merge : chain) {
                    Optional<String> its = named(git, merge);
                    if (its.isPresent()) {
                        return Optional.of(new Ticket(its.get(), Optional.of(new CommitId(merge))));
                    }
                }
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void compareCounterparts(GitAnswers git, List<Case> cases, Map<String, Integer> historyOf) {
        Map<String, Set<String>> inDefault = inDefault(git, cases);
        Map<String, String> patchIds = git.patchIds();
        // One question a branch and commit: git marks with = what the branch has by another commit.
        List<List<List<String>>> questions = new ArrayList<>();
        for (Case each : cases) {
            List<List<String>> mine = new ArrayList<>();
            commits(each.found())
                    .filter(commit -> carries(git, commit.id().hex()))
                    .filter(commit -> branch(inDefault, commit.id().hex()).isEmpty())
                    .forEach(commit ->
                            each.defaults().forEach((name, tip) -> mine.add(List.of(tip + "..." + commit.id()))));
            questions.add(mine);
        }
        List<List<Set<String>>> marks =
                git.rounds(questions, historyOf, "--cherry-mark", "--right-only", "--no-merges");
        for (int i = 0; i < cases.size(); i++) {
            compare(git, cases.get(i), inDefault, questions.get(i), marks.get(i), patchIds);
        }
    }

    /** True for what is no merge and changes something. */
    private static boolean carries(GitAnswers git, String commit) {
        List<String> parents = parents(git, commit);
        return parents.size() < 2
                && (parents.isEmpty()
                        || !GitAnswers.must(git.trees, parents.getFirst()).equals(git.trees.get(commit)));
    }

    private void compare(
            GitAnswers git,
            Case each,
            Map<String, Set<String>> inDefault,
            List<List<String>> questions,
            List<Set<String>> marks,
            Map<String, String> patchIds) {
        assertThat(each.counterparts().keySet())
                .hasSize(ids(each.found().gained()).size()
                        + ids(each.found().lost()).size());
        commits(each.found()).forEach(commit -> {
            String id = commit.id().hex();
            Counterpart found = GitAnswers.must(each.counterparts(), commit.id());
            count(found.getClass().getSimpleName());
            Optional<String> branch = branch(inDefault, id);
            if (branch.isPresent()) {
                assertThat(found).as(what(each, commit)).isEqualTo(new Counterpart.SameCommit(branch.get()));
                assertThat(commit.counterpart()).isEqualTo(found);
            } else if (each.defaults().isEmpty()) {
                assertThat(found).isInstanceOf(Counterpart.Unknown.class);
            } else if (!carries(git, id)) {
                assertThat(found).as(what(each, commit)).isEqualTo(new Counterpart.NothingToCarry());
            } else {
                Optional<String> has = each.defaults().entrySet().stream()
                        .filter(entry -> marks.get(questions.indexOf(List.of(entry.getValue() + "..." + id)))
                                .contains("=" + id))
                        .map(Map.Entry::getKey)
                        .findFirst();
                if (has.isPresent()) {
                    assertThat(found)
                            .as(what(each, commit))
                            .isInstanceOfSatisfying(Counterpart.SamePatch.class, same -> {
                                assertThat(same.branch()).isEqualTo(has.get());
                                assertThat(patchIds.get(same.twin().hex())).isEqualTo(patchIds.get(id));
                            });
                } else {
                    assertThat(found)
                            .as(what(each, commit))
                            .isEqualTo(new Counterpart.Missing(
                                    List.copyOf(each.defaults().keySet())));
                }
            }
        });
    }
}
