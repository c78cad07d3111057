package org.obsenv.cli;

import java.util.concurrent.Callable;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Verdict;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints every package against base. */
@Command(name = "status", sortOptions = false)
final class StatusCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;

    @Option(names = "--json")
    boolean json;

    @Mixin
    SourceOptions source = new SourceOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    StatusCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = source.open(sources)) {
            EnvironmentReading reading = opened.reader().refresh();
            if (json) {
                screen.out().print(StatusJson.of(reading));
            } else {
                new StatusTable(screen, opened.zone()).print(reading);
            }
            return ExitCodes.of(Verdict.of(reading));
        }
    }
}
