package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.EventDocument;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocumentTest;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.TextCases;
import org.obsenv.yaml.YamlProblem;

/** security.md rows 14 and 17: what comes on standard input is taken whole and strictly, or nothing happens. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class RequestThroughSudoTest {
    private final SudoSite site;

    RequestThroughSudoTest(SudoSite site) {
        this.site = site;
    }

    @BeforeEach
    void follow() {
        site.follow();
    }

    /** Every third of the cases that RequestDocumentTest tries one by one, so that each class of them is here. */
    @Test
    void refusesAMalformedRequestByLineAndKeyAndTouchesNothing() throws Exception {
        TreeState before = TreeState.of(site.root());
        List<TextCases.Case> all = RequestDocumentTest.malformed();
        for (TextCases.Case each : IntStream.range(0, all.size())
                .filter(i -> i % 3 == 2)
                .mapToObj(all::get)
                .toList()) {
            YamlProblem told = new YamlProblem("request", each.line(), each.key(), each.problem());
            assertThat(rollBack(each.document()))
                    .as(each.name())
                    .isEqualTo(new Outcome.Refused(Refusal.BAD_REQUEST, Map.of("problem", told.told())));
        }
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    @Test
    void refusesARequestOfAnySizeWithoutReadingItAll() throws Exception {
        TreeState before = TreeState.of(site.root());
        byte[] endless = new byte[20 * 1024 * 1024];
        Arrays.fill(endless, (byte) '#');

        assertThat(rollBack(endless)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.BAD_REQUEST);
            assertThat(refused.facts().get("problem")).startsWith("request: expected at most 65536 bytes, found ");
        });
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    @Test
    void refusesABombInTheTimeOfASmallDocument() throws Exception {
        TreeState before = TreeState.of(site.root());
        StringBuilder bomb = new StringBuilder("verb: rollback\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }

        assertThat(rollBack(bomb.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Outcome.Refused(
                        Refusal.BAD_REQUEST,
                        Map.of("problem", "request, line 2, key a0: anchors are not allowed here")));
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    @Test
    void refusesWhenBaseIsNotWhatThePersonSaw() throws Exception {
        TreeState before = TreeState.of(site.root());
        GenerationId base = site.links().base().orElseThrow();
        Request stale = new Request(
                Verb.ROLLBACK,
                new Saw.Base(new GenerationId(base.number() + 100)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(site.run(site.observer(), stale)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.BASE_MOVED);
            assertThat(refused.facts()).containsEntry("base", base.written());
        });
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    @Test
    void refusesToResumeWhatWasHeldAnewSinceThePersonLooked() throws Exception {
        site.run(site.observer(), Verb.ROLLBACK);
        Request stale = new Request(
                Verb.RESUME,
                new Saw.Current(site.links().current().orElseThrow()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        site.follow();
        site.run(site.observer(), Verb.ROLLBACK);
        TreeState before = TreeState.of(site.root());

        assertThat(site.run(site.maintainer(), stale))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.SWITCH_MOVED));
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    private Outcome rollBack(byte[] document) throws YamlProblem {
        Ran ran = Ran.of(site.words(site.observer(), Verb.ROLLBACK), Map.of(), document);
        assertThat(ran.exit()).as(ran.output()).isEqualTo(1);
        assertThat(ran.output()).endsWith("\n...\n");
        Event event = EventDocument.parse(ran.output().substring(0, ran.output().length() - 4));
        if (event instanceof Event.Ended(Outcome outcome)) {
            return outcome;
        }
        throw new AssertionError(event);
    }
}
