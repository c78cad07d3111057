package org.obsenv.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.DiffLine;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what differs between a package's pin and what runs, file by file. */
@Command(name = "diff", sortOptions = false)
final class DiffCommand extends SpanCommand {
    @Parameters(index = "1..*", paramLabel = "FILE")
    List<String> only = List.of();

    @Option(names = "--stat")
    boolean stat;

    @Option(names = "--lines", paramLabel = "N")
    int lines = 2000;

    DiffCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    Known<Integer> print(Opened opened, PackageReading reading, Span span) {
        return opened.changes()
                .files(reading.name(), span.pin(), span.commit())
                .map(files -> print(opened.changes(), reading, span, files));
    }

    private int print(ChangeReader changes, PackageReading reading, Span span, List<FileChange> files) {
        screen.line(Screen.Style.STRONG, screen.foreign(span.title()));
        boolean isWhole = true;
        for (FileChange each : files) {
            if (!only.isEmpty() && !only.contains(each.path())) {
                continue;
            }
            if (stat) {
                screen.out().println(summary(each));
            } else {
                isWhole &= print(changes.diff(reading.name(), span.pin(), span.commit(), each, lines), each);
            }
        }
        if (!isWhole) {
            return ExitCodes.UNKNOWN;
        }
        return files.isEmpty() ? ExitCodes.AT_BASE : ExitCodes.DIFFERS;
    }

    private String summary(FileChange change) {
        String counts = change.added() < 0 || change.removed() < 0
                ? words.text("diff.not-counted")
                : words.text("diff.counts", "added", change.added(), "removed", change.removed());
        return words.text(
                "diff.kind." + change.kind().name(),
                "path",
                screen.foreign(change.path()),
                "old",
                screen.foreign(change.oldPath()),
                "counts",
                counts);
    }

    private boolean print(Known<FileDiff> diff, FileChange change) {
        screen.line(Screen.Style.STRONG, summary(change));
        return switch (diff) {
            case Known.Unknown<FileDiff>(String reason) -> {
                screen.line(Screen.Style.BAD, words.text("diff.unknown", "reason", screen.foreign(reason)));
                yield false;
            }
            case Known.Value<FileDiff>(FileDiff known) -> {
                known.lines().forEach(this::print);
                if (known.cut() > 0) {
                    screen.line(Screen.Style.FAINT, words.count("diff.cut", known.cut()));
                }
                yield true;
            }
        };
    }

    private void print(DiffLine line) {
        // On a terminal what hides or moves text is made visible; a tab stays one, and a pipe gets what is there.
        String text = screen.isTerminal() ? shown(line.text()) : line.text();
        switch (line.kind()) {
            case HUNK -> screen.line(Screen.Style.FAINT, text);
            case CONTEXT -> screen.out().println(" " + text);
            case ADDED -> screen.line(Screen.Style.GOOD, "+" + text);
            case REMOVED -> screen.line(Screen.Style.BAD, "-" + text);
            case NOTE -> screen.line(Screen.Style.FAINT, text);
        }
    }

    private String shown(String text) {
        return Arrays.stream(text.split("\t", -1)).map(screen::foreign).collect(Collectors.joining("\t"));
    }
}
