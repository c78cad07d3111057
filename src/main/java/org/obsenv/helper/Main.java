package org.obsenv.helper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/**
 * The privileged side's start: {@code VERB [--site FILE]} and nothing else.
 *
 * <p>Exit codes: 0 done, 1 refused, 2 failed, 3 usage.
 */
public final class Main {
    private static final int REFUSED = 1;
    private static final int FAILED = 2;
    private static final int USAGE = 3;
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Optional<Invocation> invocation = Invocation.parse(List.of(arguments));
        if (invocation.isEmpty()) {
            out.println("usage: obsenv-helper rollback|resume|setup|sync|set-base [--site FILE]");
            out.flush();
            exit(USAGE);
            return;
        }
        exit(new Main().run(invocation.get(), out));
    }

    /** Which verb on which site. */
    private record Invocation(Verb verb, Path site) {
        static Optional<Invocation> parse(List<String> arguments) {
            if (arguments.isEmpty()) {
                return Optional.empty();
            }
            Optional<Verb> verb = Verb.parse(arguments.getFirst());
            return switch (arguments.size()) {
                case 1 -> verb.map(found -> new Invocation(found, SiteFile.DEFAULT));
                case 3 ->
                    arguments.get(1).equals("--site")
                            ? verb.map(found -> new Invocation(found, Path.of(arguments.get(2))))
                            : Optional.empty();
                default -> Optional.empty();
            };
        }
    }

    private int run(Invocation invocation, PrintStream out) {
        Reporter reporter = unblocked(new PersonReporter(out, invocation.verb()));
        Outcome outcome;
        try {
            Optional<byte[]> document = RequestInput.standard().read(invocation.verb());
            if (document.isPresent()) {
                reporter = unblocked(new DocumentReporter(out));
            }
            outcome = act(invocation, document, reporter);
        } catch (RefusedException e) {
            outcome = e.outcome();
        } catch (IOException e) {
            outcome = new Outcome.Failed(IoWords.of(e));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // A bug must not end in a stack trace at a person's terminal; what it was travels in the outcome. No thread
            // to be had is an OutOfMemoryError too.
            outcome = new Outcome.Failed("unexpected " + e);
        }
        reporter.ended(outcome);
        return code(outcome);
    }

    private static Reporter unblocked(Reporter reporter) {
        return new UnblockedReporter(reporter, Duration.ofSeconds(5));
    }

    private static Outcome act(Invocation invocation, Optional<byte[]> document, Reporter reporter)
            throws IOException, RefusedException {
        TrustedPath trusted = isThroughSudo() ? TrustedPath.strict() : TrustedPath.ofCaller();
        trusted.require(invocation.site());
        Site site = site(invocation.site());
        if (!site.launch().isDirect()) {
            trusted = TrustedPath.strict();
            trusted.require(invocation.site());
        }
        reporter.site(site);
        Caller caller = new CallerProof(System.getenv(), Path.of("/proc")).prove(site, invocation.verb());
        Request request = request(invocation.verb(), document);
        requireRoot(site, invocation.verb(), trusted);
        Act act = new Act(site, request, caller, host(), InstantSource.system(), reporter);
        try {
            return verb(invocation.verb()).run(act);
        } catch (FileSystemException e) {
            if ("Read-only file system".equals(e.getReason())) {
                throw new RefusedException(
                        Refusal.READ_ONLY, Map.of("root", site.root().toString(), "host", act.host()));
            }
            throw e;
        }
    }

    private static VerbAct verb(Verb verb) {
        return switch (verb) {
            case ROLLBACK -> new RollbackVerb();
            case RESUME -> new ResumeVerb();
            case SETUP -> new SetupVerb();
            case SYNC -> new SyncVerb();
            case SET_BASE -> new SetBaseVerb();
        };
    }

    private static Site site(Path file) throws RefusedException {
        try {
            return SiteFile.read(file);
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.BAD_SITE, Map.of("problem", e.told()));
        }
    }

    private static Request request(Verb verb, Optional<byte[]> document) throws RefusedException {
        if (document.isEmpty()) {
            return Request.plain(verb);
        }
        try {
            return RequestDocument.parse(verb, document.get());
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.BAD_REQUEST, Map.of("problem", e.told()));
        }
    }

    private static boolean isThroughSudo() {
        return System.getenv("SUDO_UID") != null || System.getenv("SUDO_USER") != null;
    }

    private static void requireRoot(Site site, Verb verb, TrustedPath trusted) throws RefusedException {
        LayoutPaths paths = new LayoutPaths(site.root());
        for (Path path : List.of(
                paths.root(),
                paths.inner(),
                paths.generations(),
                paths.journal(),
                paths.locks(),
                paths.ready(),
                paths.checkouts(),
                paths.inner().resolve("repositories"))) {
            trusted.require(path);
        }
        if (verb != Verb.SETUP && !Files.isDirectory(paths.inner())) {
            throw new RefusedException(
                    Refusal.NOT_SET_UP, Map.of("root", paths.root().toString()));
        }
    }

    private static String host() {
        // Not by way of InetAddress: that asks the name service, and a roll back waits for no network.
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return "unknown host";
        }
    }

    private static int code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Switched switched -> 0;
            case Outcome.Built built -> 0;
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
