package org.obsenv.app;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.obsenv.cli.ObsenvCommand;
import org.obsenv.cli.Screen;
import org.obsenv.cli.Waiting;

/** Starts the command line. */
public final class Main {
    private static final int USUAL_COLUMNS = 100;

    private Main() {}

    public static void main(String[] args) {
        // A command tells what it could not read by itself; waking a logging framework up would take as long again.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        boolean isTerminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Screen screen = new Screen(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                isTerminal,
                columns());
        InstantSource clock = InstantSource.system();
        Waiting waiting = new Waiting(clock, Thread::sleep);
        System.exit(ObsenvCommand.run(new CommandSources(clock), screen, waiting, args));
    }

    /** What the shell says, where it says it at all. */
    private static int columns() {
        try {
            return Optional.ofNullable(System.getenv("COLUMNS"))
                    .map(Integer::parseInt)
                    .orElse(USUAL_COLUMNS);
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }
}
