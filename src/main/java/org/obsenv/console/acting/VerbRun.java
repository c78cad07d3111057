package org.obsenv.console.acting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.VerbGateway;

/** Asks for a verb in the background and follows it: to its outcome, and then on the disk. Lives on the FX thread. */
public final class VerbRun {
    private final VerbGateway gateway;
    private final BackgroundRunner runner;
    private final Lane lane;
    private final Ticker ticker;
    private final InstantSource clock;
    private final ReadingFeed feed;
    private final String actor;
    private @Nullable DiskWatch watch;

    public VerbRun(
            VerbGateway gateway,
            BackgroundRunner runner,
            Lane lane,
            Ticker ticker,
            InstantSource clock,
            ReadingFeed feed,
            String actor) {
        this.gateway = gateway;
        this.runner = runner;
        this.lane = lane;
        this.ticker = ticker;
        this.clock = clock;
        this.feed = feed;
        this.actor = actor;
    }

    /**
     * Asks for the verb.
     *
     * @param left what ran when the person decided
     * @param done whether a reading shows that the verb did what its outcome says
     * @param progress every step of the verb
     * @param ending the ending, and again each time the disk shows more of it
     */
    public void start(
            Request request,
            SwitchState left,
            BiPredicate<Outcome, EnvironmentReading> done,
            Consumer<Event.Progress> progress,
            Consumer<Ending> ending) {
        forget();
        Instant began = clock.instant();
        Consumer<Outcome> ended = outcome -> {
            Instant now = clock.instant();
            Ending first = new Ending(
                    request,
                    actor,
                    left,
                    outcome,
                    now,
                    Duration.between(began, now),
                    request.reason(),
                    new Sighting.NotSought());
            ending.accept(first);
            follow(first, done, ending);
        };
        runner.run(
                lane,
                () -> gateway.run(request, step -> runner.tell(() -> progress.accept(step))),
                ended,
                bug -> ended.accept(new Outcome.Unheard(Outcome.Unheard.Reason.DIED, told(bug))));
    }

    /** Asks for the verb and tells its outcome, without looking for it on the disk. */
    public void ask(Request request, Consumer<Outcome> ended) {
        runner.run(
                lane,
                () -> gateway.run(request, step -> {}),
                ended,
                bug -> ended.accept(new Outcome.Unheard(Outcome.Unheard.Reason.DIED, told(bug))));
    }

    private static String told(RuntimeException bug) {
        return Optional.ofNullable(bug.getMessage()).orElse(bug.toString());
    }

    /** The ending is no longer on show: the disk is not watched for it any more. */
    public void forget() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
    }

    private void follow(Ending ending, BiPredicate<Outcome, EnvironmentReading> done, Consumer<Ending> tell) {
        boolean sought =
                switch (ending.outcome()) {
                    case Outcome.Switched switched -> true;
                    case Outcome.Unheard unheard -> unheard.reason() != Outcome.Unheard.Reason.NOT_STARTED;
                    case Outcome.Refused refused -> false;
                    case Outcome.Failed failed -> false;
                    case Outcome.Built built -> false;
                    case Outcome.Marked marked -> false;
                    case Outcome.Planned planned -> false;
                    case Outcome.Pruned pruned -> false;
                    case Outcome.Recorded recorded -> false;
                    case Outcome.Unsettled unsettled -> false;
                };
        if (sought) {
            watch = DiskWatch.start(
                    feed,
                    ticker,
                    clock,
                    reading -> done.test(ending.outcome(), reading),
                    sighting -> tell.accept(ending.sighted(sighting)));
        } else {
            // A refusal often means that the disk is not what the screen shows.
            feed.rescan();
        }
    }
}
