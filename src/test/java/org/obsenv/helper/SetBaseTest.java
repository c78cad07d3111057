package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
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
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.ListVersionFiles;
import org.obsenv.layout.ReviewDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.ListChange;
import org.obsenv.protocol.PinEdit;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** Base from another list: proven and built first, then written, with every other byte of the list as it was. */
@Execution(ExecutionMode.CONCURRENT)
class SetBaseTest {
    private static final String LIST = """
            # Kept by the maintainers. Ask before you edit.
            cycle: c0044.007

            ts_wep: 'v1.0.0'   # do not update without asking
            summit_utils: v1.0.0
            """;
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final PackageName UTILS = new PackageName("summit_utils");

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private CommitId released;

    @BeforeEach
    void setUp() throws IOException {
        environment = TestEnvironment.prepare(directory, "ts_wep", "summit_utils");
        environment.writeList(LIST);
        Files.setPosixFilePermissions(environment.baseList(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(environment.run(Verb.SETUP)).isInstanceOf(Outcome.Built.class);
        released = environment.remote("ts_wep").release("v1.1.0", "version = 11\n");
    }

    @Test
    void writesTheListWithEveryOtherByteAsItWasAndBuildsBaseFromIt() throws IOException {
        Outcome outcome = set(List.of(new PinEdit.To(WEP, "v1.1.0", Optional.of(released))), Optional.of("c0044.008"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Built.class, built -> {
            assertThat(built.generation()).contains(new GenerationId(3));
            assertThat(built.movedCount()).isOne();
            assertThat(built.notes()).containsExactly("List 2 is written: ts_wep v1.0.0 → v1.1.0");
        });
        String now = LIST.replace("'v1.0.0'", "'v1.1.0'").replace("007", "008");
        assertThat(environment.baseList()).hasContent(now);
        assertThat(Files.getPosixFilePermissions(environment.baseList()))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(environment.manifest(base()).packages()).containsEntry(WEP, released);
        assertThat(environment.manifest(base()).list()).contains(sha(now));
        assertThat(versions()).extracting(ListVersion::sha256).containsExactly(sha(LIST), sha(now));
        assertThat(versions().getLast()).satisfies(each -> {
            assertThat(each.how()).isEqualTo(ListVersion.How.ASKED);
            assertThat(each.reason()).contains("Cycle 44 revision 8");
            assertThat(each.initials()).contains("TK");
            assertThat(each.cycle()).contains("c0044.008");
        });
        assertThat(environment.newestEntry()).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("set-base");
            assertThat(entry.from()).contains("generations/000002");
            assertThat(entry.to()).contains("generations/000003");
            assertThat(entry.moved()).extracting(each -> each.name()).containsExactly(WEP);
            assertThat(entry.reason()).contains("Cycle 44 revision 8");
            assertThat(entry.initials()).contains("TK");
            assertThat(entry.note()).contains("List 2 is written: ts_wep v1.0.0 → v1.1.0");
        });
        assertThat(environment.current()).isEqualTo("deploy");

        refusesWhoeverReviewedTheListBefore();
        goesOnWithItsOwnRequestThatAKillCutShortBetweenListAndBase(now);
        returnsToAnEarlierTextByteForByte();
    }

    @Test
    void refusesWhenTheListWasEditedSinceItWasReviewedAndSaysWhenAndByWhom() throws IOException {
        String saw = sha(LIST);
        environment.writeList(LIST + "# one more thought\n");
        Files.setLastModifiedTime(environment.baseList(), FileTime.from(Instant.parse("2026-11-21T13:52:10Z")));
        String owner = Files.getOwner(environment.baseList()).getName();

        assertThat(set(saw, new ListChange.Edits(List.of(to("v1.1.0")), Optional.empty())))
                .isEqualTo(
                        new Outcome.Refused(Refusal.LIST_CHANGED, Map.of("time", "2026-11-21 13:52 UTC", "by", owner)));
        assertThat(environment.baseList()).hasContent(LIST + "# one more thought\n");
        assertThat(base()).isEqualTo(new GenerationId(2));
    }

    private void refusesWhoeverReviewedTheListBefore() {
        ListChange other =
                new ListChange.Edits(List.of(new PinEdit.To(UTILS, "nowhere", Optional.empty())), Optional.empty());
        assertThat(set(sha(LIST), other)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.LIST_CHANGED);
            assertThat(refused.facts().get("by")).endsWith(" (TK)");
        });
    }

    private void goesOnWithItsOwnRequestThatAKillCutShortBetweenListAndBase(String now) throws IOException {
        // As a kill leaves it before the last rename.
        Durable.replaceLink(environment.paths().base(), "generations/000002");
        ListChange same = new ListChange.Edits(List.of(to("v1.1.0")), Optional.of("c0044.008"));

        assertThat(set(sha(LIST), same))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.generation())
                        .contains(new GenerationId(4)));
        assertThat(environment.manifest(base()).packages()).containsEntry(WEP, released);
        assertThat(environment.baseList()).hasContent(now);
    }

    private void returnsToAnEarlierTextByteForByte() throws IOException {
        assertThat(set(sha(text()), new ListChange.Version(1))).isInstanceOf(Outcome.Built.class);
        assertThat(environment.baseList()).hasContent(LIST);
        assertThat(environment.manifest(base()).packages()).doesNotContainEntry(WEP, released);
        assertThat(versions()).extracting(ListVersion::number).containsExactly(1, 2, 3);
        assertThat(set(sha(LIST), new ListChange.Version(7))).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.NO_LIST_VERSION);
            assertThat(refused.facts()).containsEntry("number", "7");
        });
    }

    @Test
    void recordsABranchByItsCommitAndSaysThatItMoves() throws IOException {
        CommitId tip = environment.remote("summit_utils").branch("tickets/DM-51100", "version = 51100\n");

        assertThat(set(List.of(new PinEdit.To(UTILS, "tickets/DM-51100", Optional.empty())), Optional.empty()))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.notes())
                        .contains(
                                "summit_utils: tickets/DM-51100 is a branch, which moves; the list names its commit of now, "
                                        + tip.abbreviated()));
        assertThat(environment.baseList()).hasContent(LIST.replace("utils: v1.0.0", "utils: " + tip.hex()));
    }

    @Test
    void refusesWhatStandsForNothingForAnotherCommitOrForNoPackage() throws IOException {
        assertThat(set(List.of(to("0.2.0")), Optional.empty()))
                .isEqualTo(new Outcome.Refused(
                        Refusal.NO_REVISION, Map.of("package", "ts_wep", "problem", "0.2.0 is not in its repository")));
        CommitId other = new CommitId("0".repeat(40));
        assertThat(set(List.of(new PinEdit.To(WEP, "v1.1.0", Optional.of(other))), Optional.empty()))
                .isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                        .isEqualTo(Refusal.REVISION_MOVED));
        assertThat(set(List.of(new PinEdit.To(new PackageName("ts_wepp"), "v1", Optional.empty())), Optional.empty()))
                .isEqualTo(new Outcome.Refused(Refusal.NO_PACKAGE, Map.of("package", "ts_wepp")));
        assertThat(environment.baseList()).hasContent(LIST);
        assertThat(base()).isEqualTo(new GenerationId(2));
        refusesAListThatItCannotWriteBeforeAnythingIsBuilt();
    }

    private void refusesAListThatItCannotWriteBeforeAnythingIsBuilt() throws IOException {
        Path real = directory.resolve("elsewhere.yaml");
        Files.move(environment.baseList(), real);
        Files.createSymbolicLink(environment.baseList(), real);

        assertThat(set(List.of(to("v1.1.0")), Optional.empty()))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.LIST_UNWRITABLE));
        assertThat(real).hasContent(LIST);
        assertThat(environment.paths().generation(new GenerationId(3))).doesNotExist();
    }

    @Test
    void aReviewIsRecordedBesideTheListForExactlyThisText() throws Exception {
        assertThat(review(Optional.of(sha(LIST)))).isInstanceOf(Outcome.Recorded.class);
        assertThat(ReviewDocument.read(environment.paths().review()))
                .hasValueSatisfying(each -> assertThat(each.list()).isEqualTo(sha(LIST)));
        assertThat(environment.newestEntry().act()).isEqualTo("review-base");
        assertThat(environment.baseList()).hasContent(LIST);

        environment.writeList(LIST + "\n");
        assertThat(review(Optional.of(sha(LIST))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.LIST_CHANGED));
        assertThat(review(Optional.empty())).isInstanceOf(Outcome.Recorded.class);

        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);
        assertThat(versions())
                .extracting(ListVersion::how)
                .containsExactly(ListVersion.How.BY_HAND, ListVersion.How.BY_HAND);
        assertThat(Files.readString(environment.paths().list(2))).isEqualTo(LIST + "\n");
    }

    private static PinEdit to(String revision) {
        return new PinEdit.To(WEP, revision, Optional.empty());
    }

    private Outcome set(List<PinEdit> edits, Optional<String> cycle) throws IOException {
        return set(sha(text()), new ListChange.Edits(edits, cycle));
    }

    private Outcome set(String saw, ListChange change) {
        return environment.run(new Request(
                Verb.SET_BASE,
                new Saw.Nothing(),
                new Aim.SetBase(saw, change),
                Optional.of("Cycle 44 revision 8"),
                Optional.of("TK"),
                Optional.empty()));
    }

    private Outcome review(Optional<String> saw) {
        return environment.run(new Request(
                Verb.REVIEW_BASE,
                new Saw.Nothing(),
                saw.<Aim>map(Aim.Reviewed::new).orElseGet(Aim.None::new),
                Optional.empty(),
                Optional.of("TK"),
                Optional.empty()));
    }

    private String text() throws IOException {
        return Files.readString(environment.baseList());
    }

    private GenerationId base() throws IOException {
        return environment.links().base().orElseThrow();
    }

    private List<ListVersion> versions() throws IOException {
        ListVersionFiles files = new ListVersionFiles(environment.paths());
        return files.numbers().stream()
                .map(number -> {
                    try {
                        return files.version(number);
                    } catch (IOException | org.obsenv.yaml.YamlProblem e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static String sha(String text) {
        return Sha256.hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
