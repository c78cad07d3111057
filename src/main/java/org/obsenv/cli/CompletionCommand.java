package org.obsenv.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what makes bash, and zsh in its bash mode, complete this command line. */
@Command(name = "completion", sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
    private final Supplier<CommandLine> whole;
    private final Screen screen;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    /** @param whole makes the command line with all its commands, which the one that runs has not */
    CompletionCommand(Supplier<CommandLine> whole, Screen screen) {
        this.whole = whole;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        screen.out().print(AutoComplete.bash("obsenv", whole.get()));
        return ExitCodes.AT_BASE;
    }
}
