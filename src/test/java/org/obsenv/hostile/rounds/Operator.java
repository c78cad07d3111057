package org.obsenv.hostile.rounds;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.SwitchToken;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.Launched;
import org.obsenv.hostile.Switcher;
import org.obsenv.hostile.history.Operation;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.EventDocument;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.YamlProblem;

/** A person who starts verbs, each a process of its own under strace, and writes down what she asked for and was told. */
final class Operator {
    private final String name;
    private final TestEnvironment environment;
    private final Helper helper;
    private final Path scratch;
    private final AtomicInteger asked = new AtomicInteger();

    Operator(String name, TestEnvironment environment, Helper helper, Path scratch) {
        this.name = name;
        this.environment = environment;
        this.helper = helper;
        this.scratch = scratch;
    }

    /** What she saw of {@code current}, and when she had looked. */
    record Look(SwitchToken token, Instant at) {}

    /** A verb that runs. */
    final class Running {
        private final Request request;
        private final Optional<Look> look;
        private final String id;
        private final Instant invoked;
        private final Launched process;
        private volatile Optional<Instant> stopped = Optional.empty();

        private Running(Request request, Optional<Look> look, String id, List<String> strace) {
            this.request = request;
            this.look = look;
            this.id = id;
            this.invoked = Instant.now();
            String input = new String(RequestDocument.write(request), StandardCharsets.US_ASCII);
            this.process = Launched.of(
                    new Switcher.Start(helper.command(request.verb(), environment.siteFile()), input),
                    scratch,
                    strace.toArray(String[]::new));
        }

        boolean stopsBeforeItEnds() {
            boolean stops = process.stopsBeforeItEnds();
            if (stops) {
                stopped = Optional.of(Instant.now());
            }
            return stops;
        }

        void letGoOn() {
            process.letGoOn();
        }

        /** Waits for its end. */
        Ended ended() {
            int exit = process.exit();
            Instant responded = Instant.now();
            Optional<Outcome> outcome = outcome(process.output());
            Instant looked = look.map(Look::at).or(() -> stopped).orElse(responded);
            Operation.Ending ending = ending(outcome, exit, process.output());
            process.close();
            return new Ended(
                    new Operation(id, request.verb(), look.map(Look::token), looked, invoked, responded, ending),
                    outcome,
                    stopped.isPresent());
        }
    }

    /** What came of it; {@code outcome} is empty when it died without a word. */
    record Ended(Operation operation, Optional<Outcome> outcome, boolean wasStopped) {}

    /** Starts a verb; {@code look} is empty when it is typed, {@code strace} where it is to be stopped. */
    Running start(Verb verb, Optional<Look> look, Optional<GenerationId> aim, List<String> strace) {
        String id = name + asked.incrementAndGet();
        Saw saw =
                switch (verb) {
                    case ROLLBACK -> look.isPresent() ? new Saw.Base(base()) : new Saw.Nothing();
                    default ->
                        look.<Saw>map(seen -> new Saw.Current(seen.token())).orElseGet(Saw.Nothing::new);
                };
        Request request = new Request(
                verb,
                saw,
                aim.<Aim>map(Aim.Generation::new).orElseGet(Aim.None::new),
                Optional.empty(),
                Optional.of(id),
                Optional.of("desk-" + name));
        return new Running(request, verb == Verb.ROLLBACK ? Optional.empty() : look, id, strace);
    }

    private GenerationId base() {
        try {
            return environment.links().base().orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Operation.Ending ending(Optional<Outcome> outcome, int exit, String output) {
        if (outcome.isEmpty()) {
            if (exit < 128) {
                throw new AssertionError("it ended with " + exit + " and said: " + output);
            }
            return new Operation.Ending.Unheard();
        }
        return switch (outcome.get()) {
            case Outcome.Switched switched ->
                new Operation.Ending.Switched(switched.from(), switched.to(), switched.at());
            case Outcome.Refused refused ->
                refused.isNothingToDo()
                        ? new Operation.Ending.NothingToDo()
                        : new Operation.Ending.Refused(refused.refusal());
            case Outcome other -> new Operation.Ending.Failed(other.toString());
        };
    }

    private static Optional<Outcome> outcome(String output) {
        for (String document :
                List.of(output.split("(?m)^\\Q" + EventDocument.END + "\\E$")).reversed()) {
            int start = document.indexOf(EventDocument.START);
            if (start < 0) {
                continue;
            }
            try {
                return EventDocument.parse(document.substring(start)) instanceof Event.Ended(Outcome outcome)
                        ? Optional.of(outcome)
                        : Optional.empty();
            } catch (YamlProblem e) {
                throw new AssertionError(output, e);
            }
        }
        return Optional.empty();
    }
}
