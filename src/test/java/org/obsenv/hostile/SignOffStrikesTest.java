package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.hostile.trace.Errno;
import org.obsenv.hostile.trace.Fate;
import org.obsenv.hostile.trace.Place;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.hostile.trace.Traced;
import org.obsenv.hostile.trace.Tracer;
import org.obsenv.protocol.SignOffRequest.Ask;

/**
 * {@code signoff} struck at its writing calls: the document is the old one or the new one, all of it is genuine, and the
 * next act is written and sweeps. The long form ({@code packaging/proofs.sh signoff}) takes every call.
 */
class SignOffStrikesTest {
    private static final String WEEKLY = "w_2026_45-1";

    @TempDir
    Path directory;

    @Test
    void anActIsThereOrNotWhereverItsVerbIsKilled() throws Exception {
        SignOffProcess verb = proposed();
        Ask ask = verb.check(WEEKLY, "first");
        Snapshot before = Snapshot.take(verb.store(), directory.resolve("before"));
        String old = document(verb);
        List<Place> writes = writes(verb, ask);
        int done = 0;
        List<Place> struck = chosen(writes);
        for (Place place : struck) {
            before.restore();
            Traced traced = trace(verb, ask, Rule.once(place, new Fate.VerbDies()));
            assertThat(traced.wasKilled()).as(place.toString()).isTrue();

            done += requireOldOrNew(verb, old, place.toString());
            requireNextAct(verb, place.toString());
        }
        System.out.printf(
                "signoff: %d of %d killed, %d of them after the act was written%n", struck.size(), struck.size(), done);
        assertThat(done).as("the rename is among them").isBetween(1, struck.size() - 1);
    }

    @Test
    void aFirstRunIsCompletedByTheNextWhereverItIsKilled() throws Exception {
        SignOffProcess verb = new SignOffProcess(directory);
        Files.createDirectory(verb.store());
        Snapshot before = Snapshot.take(verb.store(), directory.resolve("before"));
        List<Place> writes = writes(verb, SignOffProcess.proposal());
        List<Place> struck = chosen(writes);
        for (Place place : struck) {
            before.restore();
            assertThat(trace(verb, SignOffProcess.proposal(), Rule.once(place, new Fate.VerbDies()))
                            .wasKilled())
                    .as(place.toString())
                    .isTrue();

            LedgerReading left = verb.reading();
            assertThat(left.broken()).as(place.toString()).isEmpty();
            assertThat(left.candidates()).as(place.toString()).allMatch(CandidateReading::isWhole);
            Outcome next = verb.run(SignOffProcess.proposal());
            if (left.candidates().isEmpty()) {
                assertThat(next).as(place.toString()).isInstanceOf(Outcome.Recorded.class);
            } else {
                assertThat(next).as(place.toString()).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(
                                each.refusal())
                        .isEqualTo(Refusal.ALREADY_PROPOSED));
            }
            requireNextAct(verb, place.toString());
        }
        System.out.printf("signoff, first run: %d of %d killed, 0 torn%n", struck.size(), struck.size());
    }

    @Test
    void aCallThatFailsIsToldAndTearsNothing() throws Exception {
        SignOffProcess verb = proposed();
        Ask ask = verb.check(WEEKLY, "first");
        Snapshot before = Snapshot.take(verb.store(), directory.resolve("before"));
        String old = document(verb);
        List<Place> writes = writes(verb, ask);
        List<Errno> errors = LongForm.ASKED ? Errno.OF_DISKS : List.of(Errno.ENOSPC);
        int count = 0;
        for (Place place : chosen(writes)) {
            for (Errno error : errors) {
                for (Rule rule : rules(place, error)) {
                    before.restore();
                    Traced traced = trace(verb, ask, rule);
                    count++;
                    String when = error + " at " + place + ": " + traced.output();
                    boolean isWritten = requireOldOrNew(verb, old, when) == 1;
                    boolean isTold = SignOffProcess.outcome(traced.output()) instanceof Outcome.Recorded;
                    assertThat(isTold).as(when).isEqualTo(isWritten);
                    assertThat(traced.ending() == 0).as(when).isEqualTo(isWritten);
                    requireNextAct(verb, when);
                }
            }
        }
        System.out.printf("signoff, failing writes: %d of %d failed, 0 torn or untrue%n", count, count);
    }

    /** In short, what reaches a name that others read; what is made beside it is for the long form. */
    static List<Place> chosen(List<Place> writes) {
        return LongForm.ASKED
                ? writes
                : writes.stream()
                        .filter(place ->
                                !place.call().contains("sync") && !place.call().contains("chmod"))
                        .filter(place -> place.paths().stream()
                                .anyMatch(path ->
                                        path.endsWith(".yaml") || path.endsWith(".key") || path.endsWith(".pub")))
                        .toList();
    }

    private static List<Rule> rules(Place place, Errno error) {
        Rule once = Rule.once(place, new Fate.Fails(error));
        return LongForm.ASKED ? List.of(once, Rule.forEver(place, error)) : List.of(once);
    }

    private SignOffProcess proposed() {
        SignOffProcess verb = new SignOffProcess(directory);
        assertThat(verb.run(SignOffProcess.proposal())).isInstanceOf(Outcome.Recorded.class);
        return verb;
    }

    private List<Place> writes(SignOffProcess verb, Ask ask) throws Exception {
        Traced clean = trace(verb, ask, Rule.undisturbed());
        assertThat(clean.ending()).as(clean.output()).isZero();
        return clean.places().stream().filter(Place::writes).toList();
    }

    private Traced trace(SignOffProcess verb, Ask ask, Rule rule) throws Exception {
        Path scratch = Files.createDirectories(directory.resolve("scratch"));
        return new Tracer(verb.store(), scratch).run(verb.command(ask), rule);
    }

    /** 1 when the act is there, 0 when it is not. */
    private static int requireOldOrNew(SignOffProcess verb, String old, String when) throws Exception {
        CandidateReading reading = verb.candidate(WEEKLY);
        assertThat(reading.doubt()).as(when).isEmpty();
        int acts = reading.candidate().acts().size();
        assertThat(acts).as(when).isBetween(1, 2);
        assertThat(document(verb)).as(when).startsWith(old);
        if (acts == 1) {
            assertThat(document(verb)).as(when).isEqualTo(old);
        }
        return acts - 1;
    }

    private static void requireNextAct(SignOffProcess verb, String when) {
        int acts = verb.candidate(WEEKLY).candidate().acts().size();
        assertThat(verb.run(verb.check(WEEKLY, "next"))).as(when).isInstanceOf(Outcome.Recorded.class);
        assertThat(verb.candidate(WEEKLY).candidate().acts()).as(when).hasSize(acts + 1);
        assertThat(verb.candidate(WEEKLY).isWhole()).as(when).isTrue();
        assertThat(verb.leftovers()).as(when).isEmpty();
        assertThat(Stream.of(verb.candidate(WEEKLY).candidate().image().orElseThrow()))
                .as(when)
                .containsExactly(SignOffPolicy.IMAGE);
    }

    private static String document(SignOffProcess verb) throws Exception {
        return Files.readString(verb.paths().candidates().resolve(WEEKLY + ".yaml"));
    }
}
