package org.obsenv.hostile.rounds;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.obsenv.domain.GenerationId;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.rounds.Schedule.Act;
import org.obsenv.hostile.rounds.Schedule.Round;
import org.obsenv.protocol.Verb;

/** Two operators who play rounds: two verbs at once, of which one may be stopped where it hurts. */
final class Rounds {
    private final TestEnvironment environment;
    private final Recording recording;
    private final Operator one;
    private final Operator other;
    private final GenerationId aim;
    private Operator.Look oneSaw;
    private Operator.Look otherSaw;

    /** {@code aim}: the generation that {@code switch} goes to. */
    Rounds(TestEnvironment environment, Recording recording, Operator one, Operator other, GenerationId aim) {
        this.environment = environment;
        this.recording = recording;
        this.one = one;
        this.other = other;
        this.aim = aim;
        this.oneSaw = recording.look();
        this.otherSaw = oneSaw;
    }

    /** Plays it until both verbs have ended. */
    void play(Round round) {
        List<String> strace =
                round.stop().map(stop -> Strokes.at(stop.where(), environment)).orElseGet(Strokes::none);
        Operator.Running first = start(one, round.first(), oneSaw, strace);
        boolean stopped = round.stop().isPresent() && first.stopsBeforeItEnds();
        if (!stopped) {
            after(round.gapMillis()).join();
        }
        Operator.Running second = start(other, round.second(), otherSaw, Strokes.none());
        // Not in the common pool: on two processors it has one thread, which would wait here and let nothing wake.
        CompletableFuture<Operator.Ended> secondEnded =
                CompletableFuture.supplyAsync(second::ended, Thread::startVirtualThread);
        if (stopped) {
            round.stop()
                    .flatMap(Schedule.Stop::wakeMillis)
                    .ifPresentOrElse(millis -> after(millis).join(), secondEnded::join);
            first.letGoOn();
        }
        recording.add(first.ended());
        recording.add(secondEnded.join());
        if (round.looks()) {
            oneSaw = recording.look();
            otherSaw = oneSaw;
        }
    }

    private Operator.Running start(Operator operator, Act act, Operator.Look remembered, List<String> strace) {
        Optional<Operator.Look> look =
                switch (act.sight()) {
                    case TYPED -> Optional.empty();
                    case FRESH -> Optional.of(recording.look());
                    case REMEMBERED -> Optional.of(remembered);
                };
        Optional<GenerationId> to = act.verb() == Verb.SWITCH ? Optional.of(aim) : Optional.empty();
        return operator.start(act.verb(), look, to, strace);
    }

    /** The schedule's own pace, not a wait for something. */
    private static CompletableFuture<Void> after(int millis) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread));
    }
}
