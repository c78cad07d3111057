package org.obsenv.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.obsenv.domain.notebooks.Holding;
import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;
import org.obsenv.domain.notebooks.NotebooksGateway;
import org.obsenv.words.NotebooksWords;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Puts the caller's own notebooks at base, and back. */
@Command(name = "notebooks", sortOptions = false)
final class NotebooksCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;
    private final NotebooksWords words = new NotebooksWords();

    @Parameters(
            arity = "0..1",
            paramLabel = "ACT",
            converter = Acts.class,
            completionCandidates = ActNames.class,
            defaultValue = "status")
    Act act = Act.STATUS;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    NotebooksCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    enum Act {
        STATUS,
        BASE,
        UNDO;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final class Acts implements ITypeConverter<Act> {
        @Override
        public Act convert(String typed) {
            return Stream.of(Act.values())
                    .filter(each -> each.written().equals(typed))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException(Texts.words().text("usage.no-notebooks-act", "found", typed)));
        }
    }

    static final class ActNames implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Stream.of(Act.values()).map(Act::written).iterator();
        }
    }

    @Override
    public Integer call() throws YamlProblem {
        NotebooksGateway gateway = sources.notebooks(site.file());
        Notebooks seen = gateway.look();
        return switch (act) {
            case STATUS -> status(seen);
            case BASE -> base(gateway, seen);
            case UNDO -> undo(gateway, seen);
        };
    }

    private int status(Notebooks seen) {
        screen.line(Screen.Style.STRONG, words.state(seen));
        return switch (seen) {
            case Notebooks.Elsewhere elsewhere -> {
                preview(elsewhere);
                screen.line(Screen.Style.PLAIN, words.nextBase());
                yield ExitCodes.DIFFERS;
            }
            case Notebooks.AtBase(String file, Holding now, var undo) -> {
                holding(file, now);
                screen.line(Screen.Style.PLAIN, words.undo(undo));
                yield ExitCodes.AT_BASE;
            }
            case Notebooks.NotHere(String missing, List<String> commands) -> {
                indented(commands);
                yield ExitCodes.UNKNOWN;
            }
            case Notebooks.Blocked blocked -> ExitCodes.UNKNOWN;
            case Notebooks.Unknown unknown -> ExitCodes.UNKNOWN;
        };
    }

    private int base(NotebooksGateway gateway, Notebooks seen) {
        if (!(seen instanceof Notebooks.Elsewhere elsewhere)) {
            return status(seen);
        }
        preview(elsewhere);
        NotebooksEnding ending = gateway.toBase(elsewhere);
        boolean done = ended(words.toBase(ending), ending);
        if (done) {
            screen.line(Screen.Style.PLAIN, words.nextUndo());
        }
        return done ? ExitCodes.AT_BASE : ExitCodes.DIFFERS;
    }

    private int undo(NotebooksGateway gateway, Notebooks seen) {
        if (!(seen instanceof Notebooks.AtBase at)) {
            screen.line(
                    Screen.Style.STRONG,
                    seen instanceof Notebooks.Elsewhere ? words.nothingToUndo() : words.state(seen));
            return ExitCodes.DIFFERS;
        }
        if (at.undo().isEmpty()) {
            screen.line(Screen.Style.STRONG, words.undo(at.undo()));
            return ExitCodes.DIFFERS;
        }
        NotebooksEnding ending = gateway.undo(at);
        return ended(words.undone(ending), ending) ? ExitCodes.AT_BASE : ExitCodes.DIFFERS;
    }

    private boolean ended(String said, NotebooksEnding ending) {
        boolean done = ending instanceof NotebooksEnding.Done;
        screen.line(done ? Screen.Style.GOOD : Screen.Style.BAD, said);
        return done;
    }

    private void preview(Notebooks.Elsewhere elsewhere) {
        holding(elsewhere.file(), elsewhere.now());
        screen.line(Screen.Style.PLAIN, words.writes());
        indented(words.lines(elsewhere.next()));
        screen.line(Screen.Style.PLAIN, words.keeps(elsewhere));
    }

    private void holding(String file, Holding now) {
        screen.line(Screen.Style.PLAIN, words.holds(file, now));
        if (!(now instanceof Holding.Nothing)) {
            indented(words.lines(now.lines()));
        }
    }

    private void indented(List<String> lines) {
        lines.forEach(line -> screen.line(Screen.Style.FAINT, "  " + line));
    }
}
