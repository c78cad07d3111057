package org.obsenv.cli;

import java.util.List;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.diff.Comparison;
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
                isWhole &= print(changes.diff(reading.name(), span.pin(), span.commit(), each), each);
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
                known.notes().forEach(note -> screen.line(Screen.Style.FAINT, note));
                known.lines().ifPresent(this::print);
                yield true;
            }
        };
    }

    private void print(Comparison comparison) {
        long cut = new DiffPrinter(screen, comparison, lines).print();
        if (cut > 0) {
            screen.line(Screen.Style.FAINT, words.count("diff.cut", cut));
        }
        if (comparison.isCoarse()) {
            screen.line(Screen.Style.FAINT, words.text("diff.coarse"));
        }
    }
}
