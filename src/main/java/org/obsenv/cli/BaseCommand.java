package org.obsenv.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at what base could be; its subcommands do the work. */
@Command(sortOptions = false)
final class BaseCommand implements Callable<Integer> {
    private final Words words = Texts.words();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    private BaseCommand() {}

    static CommandLine line(Sources sources, Screen screen) {
        CommandLine line = new CommandLine(new BaseCommand());
        line.addSubcommand("resolve", new BaseResolveCommand(sources, screen));
        return line;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), words.text("usage.no-command"));
    }
}
