package org.obsenv.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.obsenv.layout.Links;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/**
 * What the links say before a verb is asked for at the command line, within a short time: a mount that hangs must not
 * hold up a roll back. Without an answer nothing is claimed; a roll back then goes to base as it is, as the typed
 * command does.
 */
final class Glance implements Function<Verb, Saw> {
    /** What reads the disk, and may never return. */
    interface Question {
        Saw ask(Verb verb) throws IOException;
    }

    private static final Duration URGENT = Duration.ofSeconds(2);
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final Question question;
    private final Duration urgent;
    private final Duration patient;

    /** {@code urgent}: what a roll back waits; {@code patient}: what the others wait. */
    Glance(Question question, Duration urgent, Duration patient) {
        this.question = question;
        this.urgent = urgent;
        this.patient = patient;
    }

    static Glance at(Links links) {
        return new Glance(verb -> seen(links, verb), URGENT, PATIENT);
    }

    private static Saw seen(Links links, Verb verb) throws IOException {
        Optional<Saw> seen =
                switch (verb) {
                    case ROLLBACK -> links.base().map(Saw.Base::new);
                    case RESUME, SWITCH, DEPLOY -> links.current().map(Saw.Current::new);
                    case MARK, CSC, ACKNOWLEDGE, PRUNE, ADOPT, SETUP, SYNC, SET_BASE, REVIEW_BASE -> Optional.empty();
                };
        return seen.orElseGet(Saw.Nothing::new);
    }

    @Override
    public Saw apply(Verb verb) {
        CompletableFuture<Saw> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("glance").start(() -> {
            try {
                answer.complete(question.ask(verb));
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            Duration patience = verb == Verb.ROLLBACK ? urgent : patient;
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return new Saw.Nothing(); // the helper reads its own disk
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Saw.Nothing();
        }
    }
}
