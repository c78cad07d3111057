package org.obsenv.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CscList;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Verdict;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a verb on the privileged side, then reads the disk: the verb's word is not the proof. */
abstract class VerbCommand implements Callable<Integer> {
    private final Verb verb;
    private final Sources sources;
    final Screen screen;
    private final Waiting waiting;
    final Words words = Texts.words();
    private final Words steps = Words.of("endings");

    @Option(names = "--reason", paramLabel = "TEXT")
    @Nullable
    String reason;

    @Option(names = "--initials", paramLabel = "XY")
    @Nullable
    String initials;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    VerbCommand(Verb verb, Sources sources, Screen screen, Waiting waiting) {
        this.verb = verb;
        this.sources = sources;
        this.screen = screen;
        this.waiting = waiting;
    }

    /** What the verb is to reach; unknown when that cannot be read from here. */
    Known<Aim> aim(Opened opened) {
        return Known.of(new Aim.None());
    }

    /** Whether saying what would be done is all that is wanted. */
    boolean isOnlyShown() {
        return false;
    }

    /** Whether a look shows the act done. */
    abstract boolean isDone(EnvironmentReading look);

    /** The exit code of an act that the disk shows. */
    int code(EnvironmentReading look) {
        return ExitCodes.AT_BASE;
    }

    /** Says what was built, as a look at the disk shows it, and gives the exit code. */
    int built(Outcome.Built built, EnvironmentReading look) {
        return ExitCodes.AT_BASE;
    }

    /** Says what is to be done now, after a switch at that time. */
    void tellNext(Opened opened, Instant at) {}

    @Override
    public final Integer call() throws YamlProblem {
        try (Opened opened = sources.site(site.file())) {
            if (opened.gateway().isEmpty()) {
                screen.err().println(words.text("verb.watch-only"));
                return ExitCodes.USAGE;
            }
            VerbGateway gateway = opened.gateway().get();
            Saw saw = opened.glance().apply(verb);
            if (verb.mustBeAsked() && saw instanceof Saw.Nothing) {
                // Stopped here and woken later, one that claims nothing would undo what nobody saw.
                screen.err()
                        .println(
                                verb.isTyped()
                                        ? words.text("verb.unseen", "command", gateway.typedCommand(verb))
                                        : words.text("verb.unseen.untyped"));
                return ExitCodes.UNKNOWN;
            }
            Known<Aim> aim = aim(opened);
            if (aim instanceof Known.Unknown<Aim>(String reason)) {
                screen.err().println(words.text("verb.aimless", "reason", screen.foreign(reason)));
                return ExitCodes.UNKNOWN;
            }
            if (isOnlyShown()) {
                return ExitCodes.AT_BASE;
            }
            Thread interrupted = Thread.ofPlatform().unstarted(this::tellInterrupted);
            Runtime.getRuntime().addShutdownHook(interrupted);
            Outcome outcome = gateway.run(request(saw, aim.found().orElseThrow()), this::progress);
            if (!isStillWanted(interrupted)) {
                return ExitCodes.UNKNOWN;
            }
            EndingScreen endings = new EndingScreen(screen, verb);
            endings.tell(outcome, gateway);
            return verify(outcome, opened, endings);
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

    private Request request(Saw saw, Aim aim) {
        return new Request(
                verb, saw, aim, Optional.ofNullable(reason), Optional.ofNullable(initials), Optional.empty());
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
        String where = site.isGiven() ? " --site " + site.file() : "";
        screen.err().println(words.text("verb.interrupted", "verb", verb.written(), "where", where));
        screen.err().flush();
    }

    private int verify(Outcome outcome, Opened opened, EndingScreen endings) {
        DiskSearch disk = new DiskSearch(opened.reader(), waiting);
        StatusTable table = new StatusTable(screen, opened.zone());
        String limit = Long.toString(EnvironmentReader.SEEN_WITHIN.toSeconds());
        return switch (outcome) {
            case Outcome.Switched switched -> {
                DiskSearch.Found found = disk.search(this::isDone, () -> endings.waiting(switched.at(), limit));
                endings.found(found, switched.at());
                table.heading(found.last());
                tellNext(opened, switched.at());
                yield found.shown() ? code(found.last()) : ExitCodes.UNKNOWN;
            }
            case Outcome.Unheard unheard
            when unheard.reason() != Outcome.Unheard.Reason.NOT_STARTED -> {
                DiskSearch.Found found = disk.search(this::isDone, () -> endings.checking(limit));
                endings.found(found);
                table.heading(found.last());
                endings.contact(opened.contact());
                yield found.shown() ? code(found.last()) : ExitCodes.UNKNOWN;
            }
            case Outcome.Unheard unheard -> undone(disk.once(), table, opened, endings);
            case Outcome.Refused refused -> {
                EnvironmentReading look = disk.once();
                if (refused.isNothingToDo()) {
                    screen.out().println();
                    table.heading(look);
                    yield code(look);
                }
                yield undone(look, table, opened, endings);
            }
            case Outcome.Failed failed -> undone(disk.once(), table, opened, endings);
            case Outcome.Built built -> {
                EnvironmentReading look = disk.once();
                screen.out().println();
                table.heading(look);
                yield built(built, look);
            }
            case Outcome.Marked marked -> tellMarked(marked, opened);
            case Outcome.Planned planned -> ExitCodes.AT_BASE;
            case Outcome.Pruned pruned -> ExitCodes.AT_BASE;
            case Outcome.Recorded recorded -> tellRecorded(recorded, opened);
            case Outcome.Unsettled unsettled -> undone(disk.once(), table, opened, endings);
        };
    }

    /** A mark is believed once the disk shows it. */
    private int tellMarked(Outcome.Marked marked, Opened opened) {
        boolean isShown = opened.timeline()
                .flatMap(reader -> reader.read().found())
                .filter(facts -> facts.mark(marked.generation()).isPresent() == marked.isGood())
                .isPresent();
        if (!isShown) {
            screen.line(Screen.Style.WARNING, words.text("verb.mark-not-seen"));
        }
        return isShown ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
    }

    /** A list is believed once the disk shows it as it was written, or newer. */
    private int tellRecorded(Outcome.Recorded recorded, Opened opened) {
        boolean isShown = isShown(recorded, opened);
        if (!isShown) {
            screen.line(Screen.Style.WARNING, words.text("verb.mark-not-seen"));
        }
        return isShown ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
    }

    boolean isShown(Outcome.Recorded recorded, Opened opened) {
        Optional<Integer> revision = recorded.document().equals("alarms")
                ? opened.alarms().flatMap(reader -> reader.read().found()).map(Alarms::revision)
                : opened.cscs().flatMap(reader -> reader.read().found()).map(CscList::revision);
        return revision.filter(each -> each >= recorded.act()).isPresent();
    }

    private int undone(EnvironmentReading look, StatusTable table, Opened opened, EndingScreen endings) {
        screen.out().println();
        table.heading(look);
        endings.contact(opened.contact());
        return Math.max(ExitCodes.DIFFERS, ExitCodes.of(Verdict.of(look)));
    }
}
