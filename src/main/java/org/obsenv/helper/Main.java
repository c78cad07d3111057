package org.obsenv.helper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.site.SiteFile;
import org.obsenv.words.IoWords;

/**
 * The privileged side's start: {@code VERB [--site FILE]} and nothing else.
 *
 * <p>Exit codes: 0 done, 1 refused, 2 failed, 3 usage.
 */
public final class Main {
    static final int REFUSED = 1;
    static final int FAILED = 2;
    private static final int USAGE = 3;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Optional<Invocation> invocation = Invocation.parse(List.of(arguments));
        if (invocation.isEmpty()) {
            out.println(
                    "usage: obsenv-helper rollback|resume|switch|mark|deploy|csc|acknowledge|prune|adopt|setup|sync|set-base|review-base|signoff [--site FILE]");
            out.println("       obsenv-helper sync --watch [--site FILE]");
            out.flush();
            exit(USAGE);
            return;
        }
        exit(
                invocation.get().isWatch()
                        ? new Watch().run(invocation.get().site(), out)
                        : new Main().run(invocation.get(), out));
    }

    /** Which verb on which site; {@code isWatch}: again and again. */
    private record Invocation(VerbStart start, Path site, boolean isWatch) {
        static Optional<Invocation> parse(List<String> arguments) {
            boolean isWatch =
                    arguments.size() > 1 && arguments.subList(0, 2).equals(List.of(Verb.SYNC.written(), "--watch"));
            List<String> words = isWatch ? arguments.subList(1, arguments.size()) : arguments;
            if (words.isEmpty()) {
                return Optional.empty();
            }
            Optional<VerbStart> start = start(arguments.getFirst());
            return switch (words.size()) {
                case 1 -> start.map(found -> new Invocation(found, SiteFile.DEFAULT, isWatch));
                case 3 ->
                    words.get(1).equals("--site")
                            ? start.map(found -> new Invocation(found, Path.of(words.get(2)), isWatch))
                            : Optional.empty();
                default -> Optional.empty();
            };
        }

        private static Optional<VerbStart> start(String verb) {
            return verb.equals(SignOffRequestDocument.VERB)
                    ? Optional.of(new SignOffStart())
                    : Verb.parse(verb).map(EnvironmentStart::new);
        }
    }

    private int run(Invocation invocation, PrintStream out) {
        VerbStart start = invocation.start();
        AtomicReference<Reporter> reporter = new AtomicReference<>(unblocked(start.toPerson(out)));
        Outcome outcome = outcome(() -> {
            Optional<byte[]> document = RequestInput.standard().read(start.needsRequest());
            if (document.isPresent()) {
                reporter.set(unblocked(new DocumentReporter(out)));
            }
            try {
                return start.run(invocation.site(), document, reporter.get());
            } catch (LinkageError e) {
                throw new IOException("the program's own files are not whole: " + e, e);
            }
        });
        reporter.get().ended(outcome);
        return code(outcome);
    }

    /** What a verb may end with. */
    interface Work {
        Outcome run() throws IOException, RefusedException;
    }

    /**
     * How it ended, as a value, whatever happened.
     *
     * @throws LinkageError when the program's own files are not there any more, and nothing that it tries can succeed
     */
    static Outcome outcome(Work work) {
        try {
            return work.run();
        } catch (RefusedException e) {
            return e.outcome();
        } catch (IOException e) {
            return new Outcome.Failed(IoWords.of(e));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // A bug must not end in a stack trace at a person's terminal; what it was travels in the outcome. No thread
            // to be had is an OutOfMemoryError too.
            for (Throwable each = e; each != null; each = each.getCause()) {
                if (each instanceof LinkageError broken) {
                    throw broken;
                }
            }
            return new Outcome.Failed("unexpected " + e);
        }
    }

    private static Reporter unblocked(Reporter reporter) {
        return new UnblockedReporter(reporter, Duration.ofSeconds(5));
    }

    private static int code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Switched switched -> 0;
            case Outcome.Built built -> 0;
            case Outcome.Marked marked -> 0;
            case Outcome.Planned planned -> 0;
            case Outcome.Pruned pruned -> 0;
            case Outcome.Recorded recorded -> 0;
            case Outcome.Unsettled unsettled -> FAILED;
            case Outcome.Refused refused -> refused.isNothingToDo() ? 0 : REFUSED;
            case Outcome.Failed failed -> FAILED;
            case Outcome.Unheard unheard -> FAILED;
        };
    }

    // Not System.exit: no shutdown work is owed, and a thread that waits for input must not keep the verb alive.
    private static void exit(int code) {
        Runtime.getRuntime().halt(code);
    }
}
