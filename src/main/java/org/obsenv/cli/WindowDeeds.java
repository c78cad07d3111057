package org.obsenv.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowRule;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be said of a session of a maintenance window, a subcommand each. */
final class WindowDeeds {
    private WindowDeeds() {}

    static CommandLine line(Sources sources, Screen screen) {
        CommandLine line = new CommandLine(new Needed());
        line.addSubcommand("confirm", new Confirm(sources, screen));
        line.addSubcommand("move", new Move(sources, screen));
        line.addSubcommand("overrun", new Overrun(sources, screen));
        line.addSubcommand("cancel", new Cancel(sources, screen));
        line.addSubcommand("add", new Add(sources, screen));
        return line;
    }

    /** Says nothing by itself. */
    @Command(name = "window", sortOptions = false)
    static final class Needed implements Runnable {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true)
        boolean help;

        @CommandLine.Spec
        CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public void run() {
            throw new CommandLine.ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    Texts.words().text("usage.no-window-command"));
        }
    }

    /** About one that a rule or an act makes. */
    abstract static class OnSession extends WindowDeedCommand {
        @Parameters(index = "1", paramLabel = "SESSION", converter = SessionNames.class)
        SessionName session = new SessionName.Extra(1);

        OnSession(Sources sources, Screen screen) {
            super(sources, screen);
        }
    }

    @Command(sortOptions = false)
    static final class Confirm extends OnSession {
        Confirm(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        WindowChange change(WindowRule rule) {
            return new WindowChange.Confirmed(rule.name(), session);
        }
    }

    @Command(sortOptions = false)
    static final class Move extends OnSession {
        @Option(names = "--start", paramLabel = "TIME", required = true)
        String start = "";

        @Option(names = "--end", paramLabel = "TIME", required = true)
        String end = "";

        Move(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        WindowChange change(WindowRule rule) throws LedgerAccess.Unusable {
            Instant from = time(start, rule);
            return new WindowChange.Moved(rule.name(), session, from, after(from, time(end, rule)));
        }
    }

    @Command(sortOptions = false)
    static final class Overrun extends OnSession {
        @Option(names = "--end", paramLabel = "TIME", required = true)
        String end = "";

        Overrun(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        WindowChange change(WindowRule rule) throws LedgerAccess.Unusable {
            return new WindowChange.Overran(rule.name(), session, time(end, rule));
        }
    }

    @Command(sortOptions = false)
    static final class Cancel extends OnSession {
        Cancel(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        WindowChange change(WindowRule rule) {
            return new WindowChange.Cancelled(rule.name(), session);
        }
    }

    @Command(sortOptions = false)
    static final class Add extends WindowDeedCommand {
        @Option(names = "--start", paramLabel = "TIME", required = true)
        String start = "";

        @Option(names = "--end", paramLabel = "TIME", required = true)
        String end = "";

        Add(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        WindowChange change(WindowRule rule) throws LedgerAccess.Unusable {
            Instant from = time(start, rule);
            return new WindowChange.Added(rule.name(), from, after(from, time(end, rule)));
        }
    }
}
