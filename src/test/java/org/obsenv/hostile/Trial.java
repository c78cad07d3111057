package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.trace.Place;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.hostile.trace.Traced;
import org.obsenv.hostile.trace.Tracer;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Verb;

/** A verb that is struck again and again, each time from the same state; and what must hold afterwards. */
final class Trial {
    private final TestEnvironment environment;
    private final Promise promise;
    private final Path asked;
    private final Snapshot before;
    private final ThreeLinks old;
    private final ThreeLinks done;
    private final Set<ThreeLinks> allowed;
    private final Tracer tracer;
    private final List<Place> places;
    private final Wholeness wholeness;

    private Trial(Promise promise, Path scratch) {
        this.environment = promise.environment();
        this.promise = promise;
        this.asked = scratch.resolve("asked.yaml");
        this.before = Snapshot.take(environment.root(), scratch.resolve("before"));
        this.old = ThreeLinks.of(environment);
        this.tracer = new Tracer(environment.root(), scratch);
        Traced clean = trace(Rule.undisturbed());
        assertThat(clean.ending()).as(clean.output()).isZero();
        this.places = clean.places();
        this.done = ThreeLinks.of(environment);
        assertThat(!done.equals(old)).as("the verb moves a link").isEqualTo(promise.movesALink());
        this.allowed = new HashSet<>(promise.onTheWay());
        allowed.addAll(List.of(old, done));
        this.wholeness = new Wholeness(environment).learn();
    }

    /** Takes the environment's state for the one to begin from; the verb is started as if typed by hand. */
    static Trial of(TestEnvironment environment, Verb verb, Path scratch) {
        return of(new Typed(environment, verb), scratch);
    }

    /** Takes the state for the one to begin from in which the promise's environment is now. */
    static Trial of(Promise promise, Path scratch) {
        return new Trial(promise, scratch);
    }

    Verb verb() {
        return promise.verb();
    }

    /** The calls about the environment that the verb and its programs make when nothing disturbs them, in their order. */
    List<Place> places() {
        return places;
    }

    /** Every rename, and of the rest every {@code step}-th. */
    static List<Place> some(List<Place> all, int step) {
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0 || all.get(i).renames())
                .mapToObj(all::get)
                .toList();
    }

    static List<Place> everySecond(List<Place> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Those of them that write. */
    List<Place> writes() {
        return places.stream().filter(Place::writes).toList();
    }

    /** From the first state, under that rule. */
    Traced run(Rule rule) {
        before.restore();
        return trace(rule);
    }

    private Traced trace(Rule rule) {
        return tracer.run(command(), rule.otherwise(promise.world()));
    }

    /** What is asked is asked of the first state, as a person does who sees it. */
    private List<String> command() {
        List<String> plain = HelperCommand.of(verb(), environment.siteFile());
        if (promise.isTyped()) {
            return plain;
        }
        try {
            Files.write(asked, RequestDocument.write(promise.request()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> fed = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" <'" + asked + "'", "sh"));
        fed.addAll(plain);
        return fed;
    }

    /** Wholly old or wholly new, and the way on is free: a roll back succeeds, the verb does its work when run again. */
    void requireSound(String when) {
        wholeness.require(when, allowed);
        promise.requireKept(when);
        if (promise.makesTheLayout()) {
            promise.requireGoesOn(when);
            requireRollBack(when);
        } else {
            requireRollBack(when);
            promise.requireGoesOn(when);
        }
        wholeness.requireSwept(when);
    }

    /** It says that it is done when it is, or says what is not; and says that it is not when nothing was moved. */
    void requireTruth(String when, Traced traced) {
        ThreeLinks links = ThreeLinks.of(environment);
        if (traced.ending() != 0) {
            assertThat(traced.ending()).as(when).isPositive();
            assertThat(promise.makesTheLayout() ? allowed : Set.of(old))
                    .as(when)
                    .contains(links);
        } else if (!links.equals(done)) {
            // A pass of the auto-pull goes on without the package that it cannot take in, and names it.
            assertThat(verb()).as(when).isEqualTo(Verb.SYNC);
            assertThat(links).as(when).isEqualTo(old);
            assertThat(traced.output()).as(when).contains("ts_wep: ");
        } else if (!isRecorded()) {
            assertThat(traced.output()).as(when).contains("record incomplete");
        }
    }

    private boolean isRecorded() {
        JournalEntry newest = environment.newestEntry();
        return newest.act().equals(verb().written()) && newest.outcome().equals("done");
    }

    private void requireRollBack(String when) {
        switch (environment.run(Verb.ROLLBACK)) {
            case Outcome.Switched switched -> {}
            case Outcome.Refused refused ->
                assertThat(refused.refusal()).as(when).isEqualTo(Refusal.NOTHING_TO_DO);
            case Outcome other -> throw new AssertionError(other + " " + when);
        }
        assertThat(environment.current())
                .as(when)
                .isEqualTo(ThreeLinks.of(environment).base());
    }
}
