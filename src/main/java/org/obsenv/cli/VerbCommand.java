package org.obsenv.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.SiteFile;
import org.obsenv.words.Endings;
import org.obsenv.words.Explanation;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a verb on the privileged side, then reads the disk: the verb's word is not the proof. */
@Command(sortOptions = false)
final class VerbCommand implements Callable<Integer> {
    private final Verb verb;
    private final Sources sources;
    private final Screen screen;
    private final Words words = Texts.words();
    private final Words steps = Words.of("endings");

    @Option(names = "--reason", paramLabel = "TEXT")
    @Nullable
    String reason;

    @Option(names = "--initials", paramLabel = "XY")
    @Nullable
    String initials;

    @Option(names = "--site", paramLabel = "FILE")
    @Nullable
    Path site;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    VerbCommand(Verb verb, Sources sources, Screen screen) {
        this.verb = verb;
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = sources.site(Optional.ofNullable(site).orElse(SiteFile.DEFAULT))) {
            if (opened.gateway().isEmpty()) {
                screen.err().println(words.text("verb.watch-only"));
                return ExitCodes.USAGE;
            }
            VerbGateway gateway = opened.gateway().get();
            EnvironmentReading before = opened.reader().refresh();
            Thread interrupted = Thread.ofPlatform().unstarted(this::tellInterrupted);
            Runtime.getRuntime().addShutdownHook(interrupted);
            Outcome outcome = gateway.run(request(before), this::progress);
            if (!isStillWanted(interrupted)) {
                return ExitCodes.UNKNOWN;
            }
            tell(outcome, gateway);
            return verify(outcome, opened);
        }
    }

    /** False after Ctrl-C: the process is ending, and the hook has said what is to be said. */
    private static boolean isStillWanted(Thread interrupted) {
        try {
            return Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private Request request(EnvironmentReading before) {
        return new Request(
                verb, saw(before), Optional.ofNullable(reason), Optional.ofNullable(initials), Optional.empty());
    }

    /** What a person at this command line goes by is what the disk says now. */
    private Saw saw(EnvironmentReading before) {
        if (verb == Verb.ROLLBACK) {
            // Where base cannot be read from here the helper still reads its own disk.
            return before.base().proven().<Saw>map(Saw.Base::new).orElseGet(Saw.Nothing::new);
        }
        return switch (before.current()) {
            case SwitchState.Held held -> new Saw.Current(held.token());
            case SwitchState.Following following -> new Saw.Current(following.token());
            case SwitchState.WatchOnly none -> new Saw.Nothing();
            case SwitchState.Unknown unknown -> new Saw.Nothing();
        };
    }

    private void progress(Event.Progress progress) {
        screen.err()
                .println(steps.text(
                        "step." + progress.step(),
                        "done",
                        progress.done(),
                        "total",
                        progress.total(),
                        "subject",
                        screen.foreign(progress.subject())));
        screen.err().flush();
    }

    private void tellInterrupted() {
        screen.err().println(words.text("verb.interrupted", "verb", verb.written()));
        screen.err().flush();
    }

    private void tell(Outcome outcome, VerbGateway gateway) {
        Endings endings = new Endings();
        Explanation ending = endings.explain(outcome, Map.of("verb", verb.written()));
        boolean isDone = outcome instanceof Outcome.Switched;
        Screen.Style style = isDone ? Screen.Style.GOOD : Screen.Style.BAD;
        screen.line(style, screen.foreign(ending.what()));
        screen.out().println(screen.foreign(ending.unchanged()));
        if (!isDone) {
            screen.out().println(screen.foreign(ending.next()));
            screen.out().println(words.text("verb.by-hand", "command", gateway.typedCommand(verb)));
        }
        endings.remarks(outcome).forEach(remark -> screen.line(Screen.Style.WARNING, screen.foreign(remark)));
    }

    private int verify(Outcome outcome, Opened opened) {
        EnvironmentReading after = opened.reader().rescan();
        screen.out().println();
        new StatusTable(screen, opened.zone()).heading(after);
        Verdict verdict = Verdict.of(after);
        if (outcome instanceof Outcome.Switched switched && verb == Verb.ROLLBACK) {
            String time = Times.clock(switched.at());
            opened.afterRollback().forEach(text -> screen.out()
                    .println(words.text("verb.now", "text", Words.fill(text, Map.of("time", time)))));
        }
        boolean isSettled = outcome instanceof Outcome.Switched
                || (outcome instanceof Outcome.Refused refused && refused.refusal() == Refusal.NOTHING_TO_DO);
        if (!isSettled) {
            opened.contact().ifPresent(contact -> screen.out()
                    .println(words.text("verb.contact", "name", contact.name(), "phone", contact.phone())));
            return Math.max(ExitCodes.DIFFERS, ExitCodes.of(verdict));
        }
        return verb == Verb.ROLLBACK ? ExitCodes.of(verdict) : ExitCodes.AT_BASE;
    }
}
