package org.obsenv.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Policy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done about a candidate besides proposing it, a subcommand each. */
final class SignOffDeeds {
    private SignOffDeeds() {}

    /** By their names, in the order of the ladder. */
    static Map<String, Object> all(Sources sources, Screen screen) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("propose", new ProposeCommand(sources, screen));
        all.put("meeting", new Meeting(sources, screen));
        all.put("check", new Check(sources, screen));
        all.put("import", new ImportCommand(sources, screen));
        all.put("ticket", new Ticket(sources, screen));
        all.put("packages", new PackagesCommand(sources, screen));
        all.put("sign", new SignCommand(sources, screen));
        all.put("object", new ObjectCommand(sources, screen));
        all.put("withdraw", new Withdraw(sources, screen));
        all.put("pulled", new Pulled(sources, screen));
        all.put("promote", new MoveTagCommands.Promote(sources, screen));
        all.put("verify", new MoveTagCommands.Verify(sources, screen));
        all.put("return", new MoveTagCommands.Return(sources, screen));
        all.put("designate", new DesignateCommand(sources, screen));
        return all;
    }

    @Command(sortOptions = false)
    static final class Meeting extends OnCandidateCommand {
        @Parameters(index = "1", paramLabel = "MEETING")
        String meeting = "";

        @ArgGroup(multiplicity = "1")
        Outcome outcome = new Outcome();

        @Option(names = "--note", paramLabel = "TEXT")
        @Nullable
        String note;

        /** One of both, and never taken for granted. */
        static final class Outcome {
            @Option(names = "--agreed", required = true)
            boolean agreed;

            @Option(names = "--declined", required = true)
            boolean declined;
        }

        Meeting(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        Deed deed(LedgerAccess ledger) {
            return new Deed.MeetingHeld(meeting, outcome.agreed, Optional.ofNullable(note));
        }
    }

    @Command(sortOptions = false)
    static final class Check extends OnCandidateCommand {
        @Parameters(index = "1", paramLabel = "REPOSITORY")
        String repository = "";

        @Parameters(index = "2", paramLabel = "DEPLOYMENT")
        String deployment = "";

        @ArgGroup(multiplicity = "1")
        Result result = new Result();

        @Option(names = "--evidence", paramLabel = "LINK")
        @Nullable
        String evidence;

        /** One of both, and never taken for granted. */
        static final class Result {
            @Option(names = "--passed", required = true)
            boolean passed;

            @Option(names = "--failed", required = true)
            boolean failed;
        }

        Check(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        Deed deed(LedgerAccess ledger) {
            return new Deed.Checked(
                    new Policy.Cell(repository, deployment),
                    result.passed ? Deed.CheckResult.PASSED : Deed.CheckResult.FAILED,
                    Optional.ofNullable(evidence));
        }
    }

    @Command(sortOptions = false)
    static final class Ticket extends OnCandidateCommand {
        @Parameters(index = "1", paramLabel = "TICKET")
        String ticket = "";

        Ticket(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        Deed deed(LedgerAccess ledger) {
            return new Deed.TicketOpened(ticket);
        }
    }

    @Command(sortOptions = false)
    static final class Withdraw extends OnCandidateCommand {
        @Parameters(index = "1", paramLabel = "ACT")
        int act;

        @Option(names = "--comment", paramLabel = "TEXT")
        @Nullable
        String comment;

        Withdraw(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        Deed deed(LedgerAccess ledger) throws LedgerAccess.Unusable {
            if (act < 1) {
                throw new LedgerAccess.Unusable(ExitCodes.USAGE, words.text("signoff.no-act"));
            }
            return new Deed.Withdrew(act, Optional.ofNullable(comment));
        }
    }

    @Command(sortOptions = false)
    static final class Pulled extends OnCandidateCommand {
        @Parameters(index = "1", paramLabel = "DEPLOYMENT")
        String deployment = "";

        Pulled(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        Deed deed(LedgerAccess ledger) {
            return new Deed.Pulled(deployment);
        }
    }
}
