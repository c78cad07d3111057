package org.obsenv.sudo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.EventDocument;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Site;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/** Runs verbs by the site's launch words: through sudo, through ssh and sudo, or directly. */
public final class SudoHelperGateway implements VerbGateway {
    private static final int MOST_COMPLAINT = 4096;
    // A clone of a large package says nothing for minutes, and nobody stands in the dark waiting for it.
    private static final Duration BUILDING = Duration.ofMinutes(15);

    private final Site site;
    private final Duration silence;

    /** {@code silence}: how long a switching verb may say nothing before its end counts as unheard. */
    public SudoHelperGateway(Site site, Duration silence) {
        this.site = site;
        this.silence = silence;
    }

    @Override
    public Outcome run(Request request, Consumer<Event.Progress> progress) {
        Process process;
        try {
            process = start(words(request.verb()));
        } catch (IOException e) {
            return unheard(Outcome.Unheard.Reason.NOT_STARTED, IoWords.of(e));
        }
        try {
            CompletableFuture<String> complaint = collect(process.getErrorStream());
            BlockingQueue<Said> said = follow(process.getInputStream());
            send(process.getOutputStream(), request);
            return listen(process, said, complaint, progress, patience(request.verb()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unheard(Outcome.Unheard.Reason.DIED, "the console stopped listening");
        }
    }

    @Override
    public Permission permission(Verb verb) {
        int account = site.launch().prefix().indexOf("sudo");
        if (site.launch().isDirect()) {
            return new Permission.Granted();
        }
        if (account < 0) {
            return new Permission.Unknown("the site starts verbs by something else than sudo");
        }
        List<String> ask = new ArrayList<>(words(verb));
        ask.add(account + 1, "-l");
        try {
            Process process = start(ask);
            process.getOutputStream().close();
            CompletableFuture<String> complaint = collect(process.getErrorStream());
            CompletableFuture<String> output = collect(process.getInputStream());
            if (!process.waitFor(silence.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Permission.Unknown("sudo did not answer");
            }
            output.join();
            if (process.exitValue() == 0) {
                return new Permission.Granted();
            }
            String said = firstLine(complaint.join()).orElse("sudo does not allow " + verb.written() + " for you");
            return SudoComplaint.of(said) == SudoComplaint.NOT_STARTED
                    ? new Permission.Unknown(said)
                    : new Permission.Denied(said);
        } catch (IOException e) {
            return new Permission.Unknown(IoWords.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Permission.Unknown("the question was interrupted");
        }
    }

    @Override
    public String typedCommand(Verb verb) {
        // By hand sudo may ask for a password, which -n forbids.
        return String.join(
                " ", words(verb).stream().filter(word -> !word.equals("-n")).toList());
    }

    private Duration patience(Verb verb) {
        return switch (verb) {
            case ROLLBACK, RESUME -> silence;
            case SETUP, SYNC, SET_BASE -> BUILDING;
        };
    }

    private List<String> words(Verb verb) {
        List<String> words = new ArrayList<>();
        for (String word : site.launch().prefix()) {
            words.add(word.replace("{account}", site.accounts().environment()));
        }
        words.add(site.launch().verbs().resolve(verb.written()).toString());
        return words;
    }

    private static Process start(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        // sudo's own words are matched against; they must not come in the caller's language.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static void send(OutputStream input, Request request) {
        try (input) {
            input.write(RequestDocument.write(request));
        } catch (IOException e) {
            // The verb ended before it read: its outcome, or its exit code, says why.
        }
    }

    private Outcome listen(
            Process process,
            BlockingQueue<Said> said,
            CompletableFuture<String> complaint,
            Consumer<Event.Progress> progress,
            Duration patience)
            throws InterruptedException {
        while (true) {
            Said next = said.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            switch (next) {
                case null -> {
                    return unheard(Outcome.Unheard.Reason.SILENT, "nothing for " + patience.toSeconds() + " s");
                }
                case Said.Heard(Event.Progress step) -> progress.accept(step);
                case Said.Heard(Event.Ended end) -> {
                    return end.outcome();
                }
                case Said.Garbled(String problem) -> {
                    return unheard(Outcome.Unheard.Reason.DIED, problem);
                }
                case Said.Over over -> {
                    return withoutOutcome(process, complaint);
                }
            }
        }
    }

    /** The output ended and no outcome was in it: sudo refused, or the verb died. */
    private Outcome withoutOutcome(Process process, CompletableFuture<String> complaint) throws InterruptedException {
        if (!process.waitFor(silence.toMillis(), TimeUnit.MILLISECONDS)) {
            return unheard(Outcome.Unheard.Reason.SILENT, "it closed its output and goes on");
        }
        String said = firstLine(complaint.join()).orElse("it ended with code " + process.exitValue());
        return switch (SudoComplaint.of(said)) {
            case NOT_PERMITTED -> new Outcome.Refused(Refusal.NOT_PERMITTED, Map.of("problem", said));
            case NOT_STARTED -> unheard(Outcome.Unheard.Reason.NOT_STARTED, said);
            case NOT_SUDO -> unheard(Outcome.Unheard.Reason.DIED, said);
        };
    }

    /** What the reading thread passes on. */
    private sealed interface Said {
        record Heard(Event event) implements Said {}

        record Garbled(String problem) implements Said {}

        record Over() implements Said {}
    }

    private static BlockingQueue<Said> follow(InputStream output) {
        BlockingQueue<Said> said = new ArrayBlockingQueue<>(1024);
        Thread.ofPlatform().daemon().name("verb output").start(() -> {
            try {
                read(output, said);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return said;
    }

    private static void read(InputStream output, BlockingQueue<Said> said) throws InterruptedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            StringBuilder document = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(EventDocument.END)) {
                    said.put(new Said.Heard(EventDocument.parse(document.toString())));
                    document.setLength(0);
                } else {
                    document.append(line).append('\n');
                }
            }
            said.put(new Said.Over());
        } catch (IOException e) {
            said.put(new Said.Over());
        } catch (YamlProblem e) {
            said.put(new Said.Garbled("it said something that is no event: " + e.told()));
        }
    }

    private static CompletableFuture<String> collect(InputStream stream) {
        CompletableFuture<String> all = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("verb complaints").start(() -> {
            try (stream) {
                byte[] kept = stream.readNBytes(MOST_COMPLAINT);
                stream.transferTo(OutputStream.nullOutputStream());
                all.complete(new String(kept, StandardCharsets.UTF_8));
            } catch (IOException e) {
                all.complete("");
            }
        });
        return all;
    }

    private static Optional<String> firstLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    }

    private static Outcome unheard(Outcome.Unheard.Reason reason, String detail) {
        return new Outcome.Unheard(reason, detail);
    }
}
