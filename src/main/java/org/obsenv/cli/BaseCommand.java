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

/** Looks at base and at what it could be, and sets it; its subcommands do the work. */
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

    static CommandLine line(Sources sources, Screen screen, Waiting waiting) {
        CommandLine line = new CommandLine(new BaseCommand());
        line.addSubcommand("show", new BaseShowCommand(sources, screen, waiting.clock()));
        line.addSubcommand("set", new BaseSetCommand(sources, screen, waiting));
        line.addSubcommand("review", new BaseReviewCommand(sources, screen, waiting));
        line.addSubcommand("history", new BaseHistoryCommand(sources, screen));
        line.addSubcommand("compare", new BaseCompareCommand(sources, screen));
        line.addSubcommand("return", new BaseReturnCommand(sources, screen, waiting));
        line.addSubcommand("resolve", new BaseResolveCommand(sources, screen));
        return line;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), words.text("usage.no-command"));
    }
}
