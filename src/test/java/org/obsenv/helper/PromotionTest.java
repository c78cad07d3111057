package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.helper.PromotionSite.WEEKLY;
import static org.obsenv.helper.PromotionSite.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.protocol.SignOffRequest.Ask;

/** The recommended tag of a real registry is moved to what was agreed to, and back. */
class PromotionTest {
    private @TempDir Path directory;

    private PromotionSite there;

    @BeforeEach
    void open() {
        there = new PromotionSite(directory);
    }

    @AfterEach
    void close() {
        there.close();
    }

    @Test
    void movesTheTagToTheAgreedImageAndRecordsBoth() {
        there.agree();

        Outcome.Recorded promoted = recorded(there.promote("maint1"));

        assertThat(there.recommended()).contains(there.image);
        assertThat(promoted.notes())
                .singleElement()
                .asString()
                .startsWith("recommended of 127.0.0.1:")
                .endsWith(PromotionSite.REPOSITORY + " means " + there.image);
        assertThat(there.newest().deed()).isEqualTo(new Deed.Promoted("recommended", Optional.of(there.before)));
        assertThat(there.newest().digest()).isEqualTo(there.image);
        assertThat(there.newest().number()).isEqualTo(promoted.act());
        assertThat(candidate().isOpen()).isFalse();
        assertThat(candidate().order()).isEmpty();
        assertThat(candidate().acts().get(promoted.act() - 2).deed())
                .isEqualTo(new Deed.PromotionOrdered("recommended", Optional.of(there.before)));
        refuses(Refusal.CANDIDATE_CLOSED, there.promote("maint1", Optional.of(there.image)));
    }

    @Test
    void putsItBackWithoutAWindowAndTheCandidateIsOpenAgain() {
        there.agree();
        recorded(there.promote("maint1"));
        there.site.passes(Duration.ofHours(9));

        recorded(there.putBack("maint1"));

        assertThat(there.recommended()).contains(there.before);
        assertThat(there.newest().deed()).isEqualTo(new Deed.Returned("recommended", there.before));
        assertThat(there.newest().digest()).isEqualTo(there.image);
        assertThat(candidate().isOpen()).isTrue();
        assertThat(candidate().promotion()).isEmpty();
        refuses(Refusal.NOT_RECOMMENDED, there.putBack("maint1"));
        refuses(Refusal.WINDOW_CLOSED, there.promote("maint1"));
    }

    @Test
    void whatDiesBeforeTheTagIsMovedIsDoneByTheNext() {
        there.agree();
        there.site.reporting(step -> {
            if (step.equals("tag")) {
                there.registry.stop();
            }
        });

        Outcome outcome = there.promote("maint1");

        assertThat(outcome).isInstanceOf(Outcome.Unsettled.class);
        assertThat(there.newest().deed()).isInstanceOf(Deed.PromotionOrdered.class);
        assertThat(candidate().isOpen()).isTrue();
        restart();
        there.site.reporting(step -> {});
        assertThat(there.recommended()).contains(there.before);
        refuses(Refusal.NOT_MOVED, there.verify("maint1"));
        recorded(there.promote("maint1"));
        assertThat(there.recommended()).contains(there.image);
    }

    @Test
    void whatDiesAfterTheTagWasMovedIsSettled() {
        there.agree();
        boolean[] moved = {false};
        there.site.reporting(step -> {
            if (moved[0] && step.equals("registry")) {
                there.registry.stop();
            }
            moved[0] |= step.equals("tag");
        });

        assertThat(there.promote("maint1")).isInstanceOf(Outcome.Unsettled.class);

        restart();
        there.site.reporting(step -> {});
        assertThat(there.recommended()).contains(there.image);
        assertThat(candidate().promotion()).isEmpty();
        there.site.passes(Duration.ofHours(9));
        refuses(Refusal.NOT_RECORDER, there.verify("lead1"));
        recorded(there.verify("maint1"));
        assertThat(there.newest().deed()).isEqualTo(new Deed.Promoted("recommended", Optional.of(there.before)));
        refuses(Refusal.NOTHING_ORDERED, there.verify("maint1"));
    }

    /** Done once more instead of verified: what the image replaced is not the image itself. */
    @Test
    void whatDiedAfterTheMoveAndIsDoneOnceMoreKnowsWhatItReplaced() {
        there.agree();
        boolean[] moved = {false};
        there.site.reporting(step -> {
            if (moved[0] && step.equals("registry")) {
                there.registry.stop();
            }
            moved[0] |= step.equals("tag");
        });
        assertThat(there.promote("maint1")).isInstanceOf(Outcome.Unsettled.class);
        restart();
        there.site.reporting(step -> {});

        recorded(there.promote("maint1", Optional.of(there.image)));

        assertThat(there.newest().deed()).isEqualTo(new Deed.Promoted("recommended", Optional.of(there.before)));
        recorded(there.putBack("maint1"));
        assertThat(there.recommended()).contains(there.before);
    }

    /** Nobody ordered it, so nobody knows what it replaced. */
    @Test
    void anImageThatWasThereAlreadyReplacedNothing() {
        there.agree();
        there.push("recommended", "w_2026_45");

        recorded(there.promote("maint1", Optional.of(there.image)));

        refuses(Refusal.NOTHING_REPLACED, there.putBack("maint1"));
    }

    /** Between the look and the order, and the move: what nobody saw is not overwritten. */
    @Test
    void aTagThatSomebodyElseMovedMeanwhileStays() {
        there.agree();
        int[] looks = {0};
        there.site.reporting(step -> {
            if (step.equals("registry") && ++looks[0] == 2) {
                there.push("recommended", "somebody else's");
            }
        });

        assertThat(there.promote("maint1")).isInstanceOf(Outcome.Unsettled.class);

        assertThat(there.recommended()).isNotEqualTo(Optional.of(there.image));
        assertThat(candidate().promotion()).isEmpty();
    }

    /** A slow registry, or a caller who stops the verb after its order and lets it go on when all is over. */
    @Test
    void anObjectionAfterTheOrderStopsTheMove() {
        there.agree();
        int[] looks = {0};
        there.site.reporting(step -> {
            if (step.equals("registry") && ++looks[0] == 2) {
                there.site.reporting(again -> {});
                recorded(there.site.act("lead1", WEEKLY, there.image, new Deed.Objected("platform", "wait")));
            }
        });

        assertThat(there.promote("maint1")).isInstanceOf(Outcome.Unsettled.class);

        assertThat(there.recommended()).contains(there.before);
        assertThat(candidate().promotion()).isEmpty();
    }

    /** A 201 is a claim: somebody else moved the tag at the same time. */
    @Test
    void believesTheTagAndNotTheAnswer() {
        there.agree();
        boolean[] moved = {false};
        there.site.reporting(step -> {
            if (moved[0] && step.equals("registry")) {
                there.push("recommended", "somebody else's");
            }
            moved[0] |= step.equals("tag");
        });

        assertThat(there.promote("maint1"))
                .isInstanceOfSatisfying(Outcome.Unsettled.class, unsettled -> assertThat(unsettled.problem())
                        .contains(" means " + there.recommended().orElseThrow()));
        assertThat(candidate().promotion()).isEmpty();
    }

    @Test
    void whatOthersDoMeanwhileDoesNotHideWhereTheTagIs() {
        there.agree();
        there.site.reporting(step -> {
            if (step.equals("tag")) {
                there.site.reporting(again -> {});
                recorded(there.site.act("lead1", WEEKLY, there.image, new Deed.Objected("platform", "wait")));
            }
        });

        recorded(there.promote("maint1"));

        assertThat(there.newest().deed()).isInstanceOf(Deed.Promoted.class);
    }

    @Test
    void anObjectionBeforeTheOrderStopsIt() {
        there.agree();
        boolean[] done = {false};
        there.site.reporting(step -> {
            if (!done[0]) {
                done[0] = true;
                recorded(there.site.act("lead1", WEEKLY, there.image, new Deed.Objected("platform", "wait")));
            }
        });

        TagMove promote = new TagMove.Promote(Optional.of(there.before));
        refuses(
                Refusal.LEDGER_MOVED,
                there.site.runBesideOthers(
                        "maint1", new Ask.MoveTag(WEEKLY, there.site.revision(WEEKLY), there.image, promote)));

        assertThat(there.recommended()).contains(there.before);
    }

    private void restart() {
        try {
            there.registry.restart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Candidate candidate() {
        return there.site.candidate(WEEKLY).candidate();
    }

    private static void refuses(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
