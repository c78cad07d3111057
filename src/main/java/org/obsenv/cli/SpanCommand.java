package org.obsenv.cli;

import java.util.concurrent.Callable;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command about what lies between a package's pin and what runs; where either is unknown, so is the answer. */
abstract class SpanCommand implements Callable<Integer> {
    private final Sources sources;

    final Screen screen;
    final Words words = Texts.words();

    @Mixin
    PackageArgument argument = new PackageArgument();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    SpanCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public final Integer call() throws YamlProblem {
        try (Opened opened = source.open(sources)) {
            PackageReading reading = argument.find(opened.reader().refresh().packages());
            Known<Integer> code =
                    switch (Span.of(reading, argument.head)) {
                        case Known.Unknown<Span>(String reason) -> Known.unknown(reason);
                        case Known.Value<Span>(Span span) -> print(opened, reading, span);
                    };
            return switch (code) {
                case Known.Value<Integer>(Integer known) -> known;
                case Known.Unknown<Integer>(String reason) -> unknown(reading, reason);
            };
        }
    }

    /** Prints what lies between them and says what to end with, or why that is not known. */
    abstract Known<Integer> print(Opened opened, PackageReading reading, Span span);

    private int unknown(PackageReading reading, String reason) {
        screen.err()
                .println(words.text("changes.unknown", "package", reading.name(), "reason", screen.foreign(reason)));
        return ExitCodes.UNKNOWN;
    }
}
