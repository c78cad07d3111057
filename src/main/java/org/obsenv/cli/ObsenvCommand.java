package org.obsenv.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obsenv.words.Visible;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code obsenv}. Its descriptions are in the bundle {@code cli}. */
@Command(name = "obsenv", mixinStandardHelpOptions = false, sortOptions = false)
public final class ObsenvCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    private ObsenvCommand() {}

    /** Runs one command line to its end and returns its exit code; prints to the screen only. */
    public static int run(Sources sources, Screen screen, Waiting waiting, String... arguments) {
        Map<String, Supplier<Object>> commands = commands(sources, screen, waiting);
        // Making a command known takes tens of milliseconds: the one that is asked for comes alone.
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(Set.of(arguments[0]));
        }
        CommandLine line = line(commands);
        line.setOut(screen.out());
        line.setErr(screen.err());
        line.setUsageHelpWidth(Math.min(screen.width(), 100));
        line.setParameterExceptionHandler((problem, given) -> usage(problem, screen));
        line.setExecutionExceptionHandler((problem, command, given) -> failed(problem, screen));
        int code = line.execute(arguments);
        screen.out().flush();
        screen.err().flush();
        return code;
    }

    private static CommandLine line(Map<String, Supplier<Object>> commands) {
        CommandLine line = new CommandLine(new ObsenvCommand());
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.setResourceBundle(ResourceBundle.getBundle("org.obsenv.words.cli"));
        return line;
    }

    private static Map<String, Supplier<Object>> commands(Sources sources, Screen screen, Waiting waiting) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("status", () -> new StatusCommand(sources, screen));
        commands.put("diff", () -> new DiffCommand(sources, screen));
        commands.put("log", () -> new LogCommand(sources, screen));
        commands.put("rollback", () -> new RollbackCommand(sources, screen, waiting));
        commands.put("resume", () -> new ResumeCommand(sources, screen, waiting));
        commands.put("switch", () -> new SwitchCommand(sources, screen, waiting));
        commands.put("deploy", () -> new DeployCommand(sources, screen, waiting));
        commands.put("csc", () -> CscCommand.line(sources, screen, waiting));
        commands.put("alarms", () -> new AlarmsCommand(sources, screen));
        commands.put("acknowledge", () -> new AcknowledgeCommand(sources, screen, waiting));
        commands.put("let-pass", () -> new LetPassCommand(sources, screen, waiting));
        commands.put("mark", () -> new MarkCommand(sources, screen, waiting));
        commands.put("prune", () -> new PruneCommand(sources, screen, waiting));
        commands.put("adopt", () -> new AdoptCommand(sources, screen, waiting));
        commands.put("pull", () -> new PullCommand(sources, screen, waiting));
        commands.put("timeline", () -> new TimelineCommand(sources, screen));
        commands.put("handover", () -> new HandoverCommand(sources, screen, waiting.clock()));
        commands.put("wait-for", () -> new WaitForCommand(sources, screen, waiting));
        commands.put("notebooks", () -> new NotebooksCommand(sources, screen));
        commands.put("signoff", () -> SignOffCommand.line(sources, screen));
        commands.put("base", () -> BaseCommand.line(sources, screen, waiting));
        commands.put("windows", () -> WindowsCommand.line(sources, screen, waiting.clock()));
        commands.put("image", () -> new ImageCommand(screen));
        commands.put("completion", () -> new CompletionCommand(() -> line(commands(sources, screen, waiting)), screen));
        return commands;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(),
                Texts.words().text("usage.no-command"));
    }

    private static int usage(ParameterException problem, Screen screen) {
        String message = String.valueOf(problem.getMessage());
        screen.err().println(Visible.of(message));
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        screen.err().println(Texts.words().text("usage.see-help", "command", command));
        return ExitCodes.USAGE;
    }

    private static int failed(Exception problem, Screen screen) {
        if (problem instanceof YamlProblem configuration) {
            screen.err().println(configuration.told());
            screen.err().println(Texts.words().text("configuration.unchanged"));
            return ExitCodes.USAGE;
        }
        screen.err().println(Texts.words().text("failed", "problem", Visible.of(problem.toString())));
        return ExitCodes.UNKNOWN;
    }
}
