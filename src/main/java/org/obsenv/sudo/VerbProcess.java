package org.obsenv.sudo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Event;
import org.obsenv.site.Launch;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/**
 * One verb as the site starts it, and what can come of that.
 *
 * @param verb its written name
 * @param silence how long the starter may say nothing once its output ended
 * @param asking where sudo asks for a password, if it is to ask
 */
record VerbProcess(String verb, List<String> command, Launch launch, Duration silence, Asking asking) {
    private static final Words WORDS = Words.of("endings");

    /** Runs it to its end; {@code patience}: how long it may say nothing before its end counts as unheard. */
    Outcome run(byte[] request, Consumer<Event.Progress> progress, Duration patience) {
        Process process;
        try {
            process = start(asking.words(command));
        } catch (IOException e) {
            return unheard(Outcome.Unheard.Reason.NOT_STARTED, IoWords.of(e));
        }
        try {
            CompletableFuture<String> complaint = VerbOutput.collect(process.getErrorStream());
            BlockingQueue<VerbOutput.Said> said = VerbOutput.follow(process.getInputStream());
            send(process.getOutputStream(), request);
            return listen(process, said, complaint, progress, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unheard(Outcome.Unheard.Reason.DIED, WORDS.text("detail.not-listening"));
        }
    }

    /** Asks sudo whether it may be run, without running it. */
    Permission permission() {
        int account = launch.prefix().indexOf("sudo");
        if (launch.isDirect()) {
            return new Permission.Granted();
        }
        if (account < 0) {
            return new Permission.Unknown(WORDS.text("permission.not-sudo"));
        }
        List<String> ask = new ArrayList<>(command);
        ask.add(account + 1, "-l");
        if (isAsking()) {
            // A look must not open a window.
            ask.add(account + 1, "-n");
        }
        try {
            Process process = start(ask);
            process.getOutputStream().close();
            CompletableFuture<String> complaint = VerbOutput.collect(process.getErrorStream());
            CompletableFuture<String> output = VerbOutput.collect(process.getInputStream());
            if (!process.waitFor(silence.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Permission.Unknown(WORDS.text("permission.silent"));
            }
            output.join();
            return answer(process.exitValue(), complaint.join());
        } catch (IOException e) {
            return new Permission.Unknown(IoWords.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Permission.Unknown(WORDS.text("permission.interrupted"));
        }
    }

    private Permission answer(int exit, String complaint) {
        if (exit == 0) {
            return new Permission.Granted();
        }
        SudoComplaint said = SudoComplaint.of(exit, complaint);
        if (isAsking() && said.isOfThePassword()) {
            return new Permission.Unknown(WORDS.text("permission.password"));
        }
        return switch (said.meaning()) {
            case NOT_PERMITTED ->
                said.isOfTheTerminal()
                        ? new Permission.Unknown(said.line().orElse(""))
                        : new Permission.Denied(said.line().orElse(""));
            case NOT_STARTED, NO_PASSWORD, WRONG_PASSWORD ->
                new Permission.Unknown(said.line().orElse(""));
            case UNCLEAR ->
                SudoComplaint.isPlainNo(exit, complaint)
                        ? new Permission.Denied(WORDS.text("permission.denied", "verb", verb))
                        : new Permission.Unknown(ended(exit, said.line()));
        };
    }

    /** Whether the site leaves it to sudo to ask. */
    private boolean isAsking() {
        return !command.contains("-n");
    }

    private Process start(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        asking.prepare(builder.environment());
        // sudo's own words are matched against; they must not come in the caller's language.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static void send(OutputStream input, byte[] request) {
        try (input) {
            input.write(request);
        } catch (IOException e) {
            // The verb ended before it read: its outcome, or its exit code, says why.
        }
    }

    private Outcome listen(
            Process process,
            BlockingQueue<VerbOutput.Said> said,
            CompletableFuture<String> complaint,
            Consumer<Event.Progress> progress,
            Duration patience)
            throws InterruptedException {
        while (true) {
            VerbOutput.Said next = said.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            switch (next) {
                case null -> {
                    return unheard(
                            Outcome.Unheard.Reason.SILENT,
                            WORDS.text("detail.silent", "seconds", patience.toSeconds()));
                }
                case VerbOutput.Said.Heard(Event.Progress step) -> progress.accept(step);
                case VerbOutput.Said.Heard(Event.Ended end) -> {
                    return end.outcome();
                }
                case VerbOutput.Said.Garbled(String problem) -> {
                    return unheard(Outcome.Unheard.Reason.DIED, problem);
                }
                case VerbOutput.Said.Over over -> {
                    return withoutOutcome(process, complaint);
                }
            }
        }
    }

    /** The output ended and no outcome was in it: sudo refused, or the verb died. */
    private Outcome withoutOutcome(Process process, CompletableFuture<String> complaint) throws InterruptedException {
        if (!process.waitFor(silence.toMillis(), TimeUnit.MILLISECONDS)) {
            return unheard(Outcome.Unheard.Reason.SILENT, WORDS.text("detail.goes-on"));
        }
        SudoComplaint said = SudoComplaint.of(process.exitValue(), complaint.join());
        String line = said.line().orElse("");
        return switch (said.meaning()) {
            case NOT_PERMITTED -> new Outcome.Refused(Refusal.NOT_PERMITTED, Map.of("problem", line));
            case NO_PASSWORD -> new Outcome.Refused(Refusal.NO_PASSWORD, Map.of("verb", verb));
            case WRONG_PASSWORD -> new Outcome.Refused(Refusal.WRONG_PASSWORD, Map.of("verb", verb));
            case NOT_STARTED -> unheard(Outcome.Unheard.Reason.NOT_STARTED, line);
            case UNCLEAR -> unheard(Outcome.Unheard.Reason.DIED, ended(process.exitValue(), said.line()));
        };
    }

    private String ended(int code, Optional<String> last) {
        return last.map(line -> WORDS.text("detail.ended-saying", "code", code, "line", line))
                .orElseGet(() -> WORDS.text("detail.ended", "code", code));
    }

    private static Outcome unheard(Outcome.Unheard.Reason reason, String detail) {
        return new Outcome.Unheard(reason, detail);
    }
}
