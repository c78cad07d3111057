package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;
import org.obsenv.helper.PromotionSite;
import org.obsenv.hostile.trace.Errno;
import org.obsenv.hostile.trace.Fate;
import org.obsenv.hostile.trace.Place;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.hostile.trace.Traced;
import org.obsenv.hostile.trace.Tracer;
import org.obsenv.protocol.SignOffRequest.Ask;

/**
 * A promotion struck at its writing calls, at the order and at what was found: the document is the old one, or has the
 * order, or both; the ending says which; and done once more it is recorded once. Against a list, whose keeper has moved
 * the tag: no network is in it. The long form ({@code packaging/proofs.sh signoff}) takes every call.
 */
class PromotionStrikesTest {
    private static final String WEEKLY = "w_2026_45-1";
    private static final Digest IMAGE = SignOffPolicy.IMAGE;

    @TempDir
    Path directory;

    @Test
    void isThereOrNotWhereverItIsKilled() throws Exception {
        SignOffProcess verb = agreed();
        Snapshot before = Snapshot.take(verb.store(), directory.resolve("before"));
        String old = document(verb);
        int acts = acts(verb);
        int[] endings = new int[3];
        List<Place> struck = struck(verb, before);
        for (Place place : struck) {
            before.restore();
            Traced traced = trace(verb, Rule.once(place, new Fate.VerbDies()));
            assertThat(traced.wasKilled()).as(place.toString()).isTrue();

            endings[requireWhole(verb, old, acts, place.toString())]++;
            requireDoneByTheNext(verb, acts, place.toString());
        }
        System.out.printf(
                "signoff, promotion: %d of %d killed: %d before the order, %d after it, %d at the end; 0 torn%n",
                struck.size(), struck.size(), endings[0], endings[1], endings[2]);
        assertThat(endings).as("each of the three is met").doesNotContain(0);
    }

    @Test
    void aCallThatFailsEndsInWhatIsTrue() throws Exception {
        SignOffProcess verb = agreed();
        Snapshot before = Snapshot.take(verb.store(), directory.resolve("before"));
        String old = document(verb);
        int acts = acts(verb);
        int count = 0;
        List<Errno> errors = LongForm.ASKED ? Errno.OF_DISKS : List.of(Errno.ENOSPC);
        for (Place place : struck(verb, before)) {
            for (Errno error : errors) {
                for (Rule rule : List.of(Rule.once(place, new Fate.Fails(error)), Rule.forEver(place, error))) {
                    before.restore();
                    Traced traced = trace(verb, rule);
                    count++;
                    String when = error + " at " + place + ": " + traced.output();
                    int there = requireWhole(verb, old, acts, when);
                    assertThat(said(SignOffProcess.outcome(traced.output())))
                            .as(when)
                            .isEqualTo(there);
                    requireDoneByTheNext(verb, acts, when);
                }
            }
        }
        System.out.printf("signoff, promotion, failing writes: %d of %d failed, 0 torn or untrue%n", count, count);
    }

    /** How many acts that ending speaks of. */
    private static int said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> 2;
            case Outcome.Unsettled unsettled -> 1;
            default -> 0;
        };
    }

    private static int requireWhole(SignOffProcess verb, String old, int acts, String when) throws Exception {
        CandidateReading reading = verb.candidate(WEEKLY);
        assertThat(reading.doubt()).as(when).isEmpty();
        assertThat(document(verb)).as(when).startsWith(old);
        Candidate candidate = reading.candidate();
        int there = candidate.acts().size() - acts;
        assertThat(there).as(when).isBetween(0, 2);
        assertThat(candidate.order().isPresent()).as(when).isEqualTo(there == 1);
        assertThat(candidate.promotion().isPresent()).as(when).isEqualTo(there == 2);
        return there;
    }

    private static void requireDoneByTheNext(SignOffProcess verb, int acts, String when) {
        boolean wasDone = verb.candidate(WEEKLY).candidate().promotion().isPresent();
        Outcome next = verb.run(ask(verb));
        if (wasDone) {
            assertThat(next).as(when).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                    .isEqualTo(Refusal.CANDIDATE_CLOSED));
        } else {
            assertThat(next).as(when).isInstanceOf(Outcome.Recorded.class);
        }
        CandidateReading reading = verb.candidate(WEEKLY);
        assertThat(reading.isWhole()).as(when).isTrue();
        assertThat(reading.candidate().acts()).as(when).hasSize(acts + 2);
        assertThat(reading.candidate().promotion()).as(when).isPresent();
        assertThat(verb.leftovers()).as(when).isEmpty();
    }

    private static Ask ask(SignOffProcess verb) {
        return new Ask.MoveTag(
                WEEKLY, verb.candidate(WEEKLY).revision(), IMAGE, new TagMove.Promote(Optional.of(IMAGE)));
    }

    private List<Place> struck(SignOffProcess verb, Snapshot before) throws Exception {
        Traced clean = trace(verb, Rule.undisturbed());
        assertThat(clean.ending()).as(clean.output()).isZero();
        before.restore();
        return SignOffStrikesTest.chosen(
                clean.places().stream().filter(Place::writes).toList());
    }

    private Traced trace(SignOffProcess verb, Rule rule) throws Exception {
        Path scratch = Files.createDirectories(directory.resolve("scratch"));
        return new Tracer(verb.store(), scratch).run(verb.command(ask(verb)), rule);
    }

    /** A weekly with everything that is asked before a promotion, in a session that is open now. */
    private SignOffProcess agreed() throws Exception {
        LedgerSite site = new LedgerSite(directory);
        PromotionSite.agreeNow(site, IMAGE);
        Path list = Files.writeString(directory.resolve("images.yaml"), """
                images:
                  - {tag: w_2026_45, digest: "%s"}
                  - {tag: recommended, digest: "%s"}
                """.formatted(IMAGE, IMAGE));
        return new SignOffProcess(directory, "maint1", "images: {list: " + list + "}\n");
    }

    private static int acts(SignOffProcess verb) {
        return verb.candidate(WEEKLY).candidate().acts().size();
    }

    private static String document(SignOffProcess verb) throws Exception {
        return Files.readString(verb.paths().candidates().resolve(WEEKLY + ".yaml"));
    }
}
