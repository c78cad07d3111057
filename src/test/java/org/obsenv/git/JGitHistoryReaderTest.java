package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
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

@Execution(ExecutionMode.CONCURRENT)
class JGitHistoryReaderTest {
    private static final PackageName NAME = new PackageName("ts_wep");
    private static final List<String> DEVELOP = List.of("develop");

    @TempDir
    Path directory;

    private Git git;
    private JGitHistoryReader reader;
    private CommitId root;

    @BeforeEach
    void makeRepository() {
        git = Git.init(directory);
        git.run("checkout", "-q", "-b", "develop");
        root = git.commit("a", "1\n2\n3\n", "Root", 0);
        BoundedReads reads = new BoundedReads(Duration.ofSeconds(30), 2);
        reader = new JGitHistoryReader(name -> directory.resolve(".git"), reads, reads, TicketRules.STANDARD);
    }

    private Known<RangeHistory> history(CommitId from, CommitId to, int limit) {
        return reader.history(NAME, new RangeQuestion(from, to, Known.of(git.commit("deploy")), limit));
    }

    private static RangeCommit commit(
            CommitId id,
            String subject,
            long second,
            CommitId before,
            CommitKind kind,
            Optional<Ticket> ticket,
            List<String> tags,
            Counterpart counterpart) {
        CommitSummary summary =
                new CommitSummary(id, subject, "Zoë Ångström", Instant.ofEpochSecond(Git.EPOCH + second));
        return new RangeCommit(summary, Optional.of(before), kind, ticket, tags, counterpart);
    }

    @Test
    void tellsAReleaseItsCommitsAndTheHotFixAfterIt() {
        git.run("branch", "deploy");
        git.run("checkout", "-q", "-b", "topic");
        CommitId work = git.commit("b", "b", "Write b", 60);
        git.run("checkout", "-q", "develop");
        CommitId pull = merge("Merge pull request #5 from lsst-ts/tickets/DM-47564", 120, "topic");
        git.run("tag", "v0.9.0");
        git.run("tag", "-a", "-m", "x", "v0.10.0");
        git.run("checkout", "-q", "deploy");
        CommitId release = merge("Merge tag v0.10.0", 180, "v0.10.0");
        CommitId fix = git.commit("a", "1\n2\n3\n4\n", "Raise it", 240);

        CommitKind brought = new CommitKind.MergedBy(release, Optional.empty());
        Optional<Ticket> ticket = Optional.of(new Ticket("DM-47564", Optional.of(pull)));
        Counterpart inDevelop = new Counterpart.SameCommit("develop");
        List<RangeCommit> gained = List.of(
                commit(
                        fix,
                        "Raise it",
                        240,
                        release,
                        new CommitKind.HotFix(),
                        Optional.empty(),
                        List.of(),
                        new Counterpart.NotByCommit(DEVELOP)),
                commit(
                        release,
                        "Merge tag v0.10.0",
                        180,
                        root,
                        new CommitKind.ReleaseMerge("v0.10.0", pull),
                        Optional.empty(),
                        List.of(),
                        new Counterpart.NothingToCarry()),
                commit(
                        pull,
                        "Merge pull request #5 from lsst-ts/tickets/DM-47564",
                        120,
                        root,
                        brought,
                        Optional.of(new Ticket("DM-47564", Optional.empty())),
                        List.of("v0.10.0", "v0.9.0"),
                        inDevelop),
                commit(work, "Write b", 60, root, brought, ticket, List.of(), inDevelop));
        assertThat(history(root, fix, 10)).isEqualTo(Known.of(new RangeHistory(gained, List.of(), 0)));
        assertThat(history(fix, root, 10)).isEqualTo(Known.of(new RangeHistory(List.of(), gained, 0)));
        assertThat(history(root, fix, 1)).isEqualTo(Known.of(new RangeHistory(gained.subList(0, 1), List.of(), 3)));
        assertThat(gained.getFirst().isUntaggedHotFix()).isTrue();
        assertThat(gained.get(1).isUntaggedHotFix()).isFalse();
    }

    @Test
    void aNameOfAHotFixIsATagAndNoRelease() {
        git.run("checkout", "-q", "-b", "deploy");
        CommitId fix = git.commit("a", "4", "Fix", 60);
        git.run("tag", "hotfix/20261121T031400Z-" + fix.abbreviated());
        git.run("checkout", "-q", "-b", "other", root.hex());
        git.commit("b", "b", "Other", 90);
        git.run("tag", "hotfix/x");
        git.run("branch", "-f", "develop");
        git.run("checkout", "-q", "deploy");
        CommitId merge = merge("Merge other", 120, "other");
        RangeHistory found = history(root, merge, 10).found().orElseThrow();
        assertThat(found.gained().stream().map(RangeCommit::kind))
                .containsExactly(
                        new CommitKind.PlainMerge(),
                        new CommitKind.MergedBy(merge, Optional.empty()),
                        new CommitKind.HotFix());
        assertThat(found.gained().getLast().tags()).containsExactly("hotfix/20261121T031400Z-" + fix.abbreviated());
        assertThat(found.gained().getLast().isUntaggedHotFix()).isFalse();
    }

    @Test
    void findsTheSameFixInDevelopUnderAnotherMessageAndWithOtherBlanks() {
        git.run("branch", "deploy");
        git.run("checkout", "-q", "deploy");
        CommitId fix = git.commit("a", "1\n2\n3\n4\n", "Fix", 60);
        CommitId only = git.commit("b", "b", "Only here", 70);
        CommitId empty = git.commitIndex("Empty", 80);
        git.run("checkout", "-q", "develop");
        CommitId twin = git.commit("a", "1\n2\n3\n  4\n", "Raise the limit (DM-1)", 90);
        assertThat(reader.counterparts(NAME, List.of(fix, only, empty, root)))
                .isEqualTo(Known.of(Map.of(
                        fix, new Counterpart.SamePatch("develop", twin),
                        only, new Counterpart.Missing(DEVELOP),
                        empty, new Counterpart.NothingToCarry(),
                        root, new Counterpart.SameCommit("develop"))));
    }

    @Test
    void withoutADeployHeadKindsAreUnclearAndTheRestStands() {
        git.run("branch", "deploy");
        CommitId next = git.commit("a", "2", "Next OBS-7", 60);
        RangeCommit found = reader.history(NAME, new RangeQuestion(root, next, Known.unknown("no answer"), 10))
                .found()
                .orElseThrow()
                .gained()
                .getFirst();
        assertThat(found.kind()).isEqualTo(new CommitKind.Unclear("no answer"));
        assertThat(found.ticket()).contains(new Ticket("OBS-7", Optional.empty()));
        CommitId away = new CommitId("1234567890123456789012345678901234567890");
        assertThat(reader.history(NAME, new RangeQuestion(root, next, Known.of(away), 10))
                        .found()
                        .orElseThrow()
                        .gained()
                        .getFirst()
                        .kind())
                .isEqualTo(new CommitKind.Unclear("the deploy head 1234567 was not fetched yet"));
    }

    @Test
    void withoutADefaultBranchNothingIsCalledAHotFixOrMissing() {
        git.run("branch", "-m", "develop", "deploy");
        CommitId next = git.commit("a", "2", "Next", 60);
        RangeCommit found =
                history(root, next, 10).found().orElseThrow().gained().getFirst();
        String why = "the repository has no branch develop, main or master";
        assertThat(found.kind()).isEqualTo(new CommitKind.Unclear(why));
        assertThat(found.counterpart()).isEqualTo(new Counterpart.Unknown(why));
        assertThat(reader.counterparts(NAME, List.of(next)))
                .isEqualTo(Known.of(Map.of(next, new Counterpart.Unknown(why))));
    }

    /** What a clone that was cut off cannot show may be there all the same. */
    @Test
    void inAShallowCloneNothingIsCalledMissing() throws IOException {
        git.run("branch", "deploy");
        git.run("checkout", "-q", "deploy");
        CommitId fix = git.commit("a", "4", "Fix", 60);
        Files.writeString(directory.resolve(".git/shallow"), root.hex() + "\n");
        Counterpart.Unknown unknown = new Counterpart.Unknown("this clone's history is cut off");
        assertThat(reader.counterparts(NAME, List.of(fix))).isEqualTo(Known.of(Map.of(fix, unknown)));
        assertThat(history(root, fix, 1)
                        .found()
                        .orElseThrow()
                        .gained()
                        .getFirst()
                        .kind())
                .isEqualTo(new CommitKind.Unclear("this clone's history is cut off"));
    }

    @Test
    void aChangeOfVeryManyFilesIsNotCompared() {
        git.run("branch", "deploy");
        git.run("checkout", "-q", "deploy");
        for (int i = 0; i <= Counterparts.MOST_FILES; i++) {
            git.write("many/" + i, "x");
        }
        CommitId many = git.commit("a", "4", "Many", 60);
        assertThat(reader.counterparts(NAME, List.of(many)))
                .isEqualTo(Known.of(
                        Map.of(many, new Counterpart.Unknown("it changes more than 2000 files, too many to compare"))));
    }

    /** An hour of search is no answer: what the bound leaves out is unknown. */
    @Test
    void whatTheBoundLeavesOutIsUnknown() {
        git.run("branch", "deploy");
        git.run("checkout", "-q", "deploy");
        CommitId fix = git.commit("a", "4", "Fix", 60);
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i <= Counterparts.MOST_COMMITS; i++) {
            stream.append("commit refs/heads/develop\ncommitter C <c@example.org> ")
                    .append(Git.EPOCH + 100 + i)
                    .append(" +0000\ndata 1\nx\n")
                    .append(i == 0 ? "from refs/heads/develop^0\n" : "")
                    .append("M 100644 inline b\ndata 5\n")
                    .append(String.format("%05d", i))
                    .append("\n\n");
        }
        git.run(stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
        assertThat(reader.counterparts(NAME, List.of(fix)))
                .isEqualTo(Known.of(Map.of(
                        fix,
                        new Counterpart.Unknown(
                                "only the newest 5000 commits of develop that it may be in were compared"))));
    }

    @Test
    void aCommitThatIsNotHereIsUnknown() {
        git.run("branch", "deploy");
        CommitId away = new CommitId("1234567890123456789012345678901234567890");
        assertThat(history(root, away, 10)).isInstanceOf(Known.Unknown.class);
        assertThat(reader.counterparts(NAME, List.of(away))).isInstanceOf(Known.Unknown.class);
    }

    @Test
    void numbersInTagsAreComparedAsNumbers() {
        assertThat(TagNames.compare("v0.10.0", "v0.9.0")).isPositive();
        assertThat(TagNames.compare("v1", "v1.0")).isNegative();
        assertThat(TagNames.compare("w.2026.07", "w.2026.7")).isNegative();
        assertThat(TagNames.compare("w.2026.7", "w.2026.7")).isZero();
        assertThat(TagNames.compare("b", "a9")).isPositive();
    }

    private CommitId merge(String message, long second, String other) {
        git.run("merge", "-q", "--no-ff", "--no-commit", other);
        return git.commitIndex(message, second);
    }
}
