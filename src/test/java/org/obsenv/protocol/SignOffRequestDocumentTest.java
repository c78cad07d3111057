package org.obsenv.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Deed.CheckResult;
import org.obsenv.domain.signoff.DesignationAct.Change;
import org.obsenv.domain.signoff.Policy.Cell;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.yaml.YamlProblem;

class SignOffRequestDocumentTest {
    private static final Revision SAW = new Revision(4, "ab".repeat(32));
    private static final Instant FROM = Instant.parse("2026-11-21T03:13:02Z");
    private static final String HOSTILE = "dome\n\u202e --- done: \"yes\"";

    private static final SessionName DAY = new SessionName.Planned(LocalDate.of(2026, 12, 2));

    private static final String SIGN = """
            verb: signoff
            on: candidate
            candidate: w_2026_45-1
            saw: {number: 4, hash: "%s"}
            digest: "%s"
            act: acknowledged
            seat: pipelines
            """.formatted("ab".repeat(32), SignOffPolicy.IMAGE);

    static Stream<Ask> everything() {
        return Stream.concat(
                Stream.<Deed>of(
                                new Deed.Proposed("moved", Optional.empty()),
                                new Deed.MeetingHeld("rsp", false, Optional.of(HOSTILE)),
                                new Deed.MeetingHeld("rsp", true, Optional.empty()),
                                new Deed.TicketOpened("DM-51902"),
                                new Deed.Checked(
                                        new Cell("lsst-ts notebooks", "summit"),
                                        CheckResult.FAILED,
                                        Optional.of("run 7")),
                                new Deed.Checked(new Cell("a", "b"), CheckResult.PASSED, Optional.empty()),
                                new Deed.Acknowledged("owner", Optional.of("lead3"), Optional.of("caf\u00e9")),
                                new Deed.Objected("owner", HOSTILE),
                                new Deed.Withdrew(3, Optional.empty()),
                                new Deed.Pulled("test stand"))
                        .map(deed -> new Ask.OnCandidate("w_2026_45-12", SAW, SignOffPolicy.IMAGE, deed)),
                Stream.of(
                        new Ask.MoveTag(
                                "w_2026_45-1",
                                SAW,
                                SignOffPolicy.IMAGE,
                                new TagMove.Promote(Optional.of(SignOffPolicy.OTHER))),
                        new Ask.MoveTag("w_2026_45-1", SAW, SignOffPolicy.IMAGE, new TagMove.Promote(Optional.empty())),
                        new Ask.MoveTag("w_2026_45-1", SAW, SignOffPolicy.IMAGE, new TagMove.Return(HOSTILE)),
                        new Ask.MoveTag("w_2026_45-1", SAW, SignOffPolicy.IMAGE, new TagMove.Verify()),
                        new Ask.Propose(
                                "r29_2_0_rsp2697",
                                SignOffPolicy.IMAGE,
                                new Deed.Proposed(HOSTILE, Optional.of("w_2026_38"))),
                        new Ask.OnDesignations(new Change.Made("owner", "dana", FROM, FROM.plusSeconds(1))),
                        new Ask.OnDesignations(new Change.Ended(2)),
                        new Ask.OnWindows(SAW, new WindowChange.Confirmed(HOSTILE, DAY)),
                        new Ask.OnWindows(SAW, new WindowChange.Moved("Summit", DAY, FROM, FROM.plusNanos(1))),
                        new Ask.OnWindows(SAW, new WindowChange.Overran("Summit", new SessionName.Extra(7), FROM)),
                        new Ask.OnWindows(new Revision(0, "ab".repeat(32)), new WindowChange.Cancelled("Summit", DAY)),
                        new Ask.OnWindows(SAW, new WindowChange.Added("Summit", FROM, FROM.plusSeconds(1)))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void readsBackWhatItWrote(Ask ask) throws YamlProblem {
        SignOffRequest request = new SignOffRequest(ask, Optional.of("console-3"));
        byte[] written = SignOffRequestDocument.write(request);
        String text = new String(written, StandardCharsets.US_ASCII);
        assertThat(text).endsWith("\n...\n").doesNotContain("\u202e");

        assertThat(SignOffRequestDocument.parse(Arrays.copyOf(written, written.length - 4)))
                .isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "verb: signoff | verb: rollback | verb | expected signoff, found \"rollback\"",
                "on: candidate | on: both | on | expected new, candidate, recommended, designations or windows",
                "on: candidate | on: recommended | move | missing",
                "on: candidate | on: new | tag | missing; expected a tag",
                "w_2026_45-1 | w_2026_45 | candidate | expected a candidate such as w_2026_45-1, found \"w_2026_45\"",
                "w_2026_45-1 | ../../etc/passwd-1 | candidate | expected a candidate",
                "w_2026_45-1 | .x-1 | candidate | expected a candidate",
                "w_2026_45-1 | a/b-1 | candidate | expected a candidate",
                "number: 4 | number: 0 | saw.number | expected the number of an act, found \"0\"",
                "number: 4 | number: 99999999999 | saw.number | expected the number of an act",
                "number: 4, | | saw.number | missing; expected the number of an act",
                "hash: \"ab | hash: \"xy | saw.hash | expected 64 hexadecimal digits",
                "digest: \"sha256 | digest: \"sha512 | digest | expected sha256: and 64 hexadecimal digits",
                "act: acknowledged | act: agreed | act | expected proposed, meeting, ticket, check",
                "act: acknowledged | act: promoted | recommended | missing",
                "seat: pipelines | seat: \" \" | seat | expected a text of at most 200 characters",
                "seat: pipelines | seat: [pipelines] | seat | expected text, found a list",
                "seat: pipelines | seat: pipelines\\nactor: lead1 | actor | unknown key",
                "seat: pipelines | sea: pipelines | sea | unknown key; did you mean seat?",
            })
    void refusesByKey(String there, String instead, String key, String problem) {
        requireRefused(SIGN, there, instead, key, problem);
    }

    private static void requireRefused(String sound, String there, String instead, String key, String problem) {
        assertThat(sound).contains(there);
        String text =
                sound.replace(there, Optional.ofNullable(instead).orElse("").replace("\\n", "\n"));
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(YamlProblem.class, each -> {
            assertThat(each.problem()).startsWith(problem);
            assertThat(each.key()).isEqualTo(key);
            assertThat(each.file()).isEqualTo("request");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promoted\nrecommended: recommended",
                "promotion-ordered\nrecommended: recommended",
                "return-ordered\nrecommended: recommended\nreason: x\nto: \"IMAGE\"",
                "returned\nrecommended: recommended\nto: \"IMAGE\""
            })
    void nobodyRecordsByWordWhereTheTagIs(String act) {
        String text = SIGN.replace("acknowledged\nseat: pipelines", act.replace("IMAGE", SignOffPolicy.IMAGE.text()));
        assertThatThrownBy(() -> parse(text)).hasMessageContaining("is not recorded on somebody's word");
    }

    @Test
    void boundsTextsAndTimes() {
        assertThatThrownBy(() -> parse(SIGN + "comment: \"" + "x".repeat(1001) + "\"\n"))
                .hasMessageContaining("key comment: expected a text of at most 1000 characters");
        String made =
                "verb: signoff\non: designations\nact: designated\nseat: owner\ndesignate: %s\nfrom: %s\nto: %s\n";
        assertThatThrownBy(() -> parse(made.formatted("Dana", FROM, FROM.plusSeconds(1))))
                .hasMessageContaining("key designate: expected an account name");
        assertThatThrownBy(() -> parse(made.formatted("dana", "\"" + FROM + "\"", "\"" + FROM + "\"")))
                .hasMessageContaining("key to: expected a time after from");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "act: moved | act: shifted | act | expected confirmed, moved, overran, cancelled or added",
                "window: Summit | window: \" \" | window | expected a text of at most 200 characters",
                "session: 2026-12-02 | session: 2026-12-32 | session | expected a day such as 2026-12-02, or extra-7",
                "session: 2026-12-02 | session: extra-0 | session | expected a day such as 2026-12-02, or extra-7",
                "session: 2026-12-02 | session: +99999-12-02 | session | expected a day such as 2026-12-02, or extra-7",
                "session: 2026-12-02 | | session | missing; expected a day",
                "end: 2026-12-02T20:00:00Z | end: 2026-12-02T16:00:00Z | end | expected a time after start",
                "end: 2026-12-02T20:00:00Z | end: 2026-12-02 20:00 | end | expected an instant",
                "end: 2026-12-02T20:00:00Z | end: 2026-12-02T20:00:00Z\\nactor: config1 | actor | unknown key",
                "number: 0 | number: -1 | saw.number | expected how many acts there were",
            })
    void refusesASessionByKey(String there, String instead, String key, String problem) {
        String moved = """
                verb: signoff
                on: windows
                saw: {number: 0, hash: "%s"}
                act: moved
                window: Summit
                session: 2026-12-02
                start: 2026-12-02T16:00:00Z
                end: 2026-12-02T20:00:00Z
                """.formatted("ab".repeat(32));
        requireRefused(moved, there, instead, key, problem);
    }

    private static SignOffRequest parse(String text) throws YamlProblem {
        return SignOffRequestDocument.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
