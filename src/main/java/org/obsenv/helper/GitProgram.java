package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.obsenv.domain.Refusal;
import org.obsenv.words.Visible;

/**
 * The git program, hardened: by absolute path, without system or user configuration, without hooks, prompts or
 * automatic maintenance, and with an allow-list of protocols.
 */
final class GitProgram {
    private static final String GIT = "/usr/bin/git";
    /** Enough for any work on local data that ends at all. */
    static final Duration LOCAL = Duration.ofMinutes(10);

    private static final List<String> SETTINGS = List.of(
            "core.hooksPath=/dev/null",
            "core.attributesFile=/dev/null",
            "core.excludesFile=/dev/null",
            "core.fsmonitor=false",
            "core.untrackedCache=false",
            "core.autocrlf=false",
            "core.symlinks=true",
            "core.fsync=all",
            "gc.auto=0",
            "maintenance.auto=false",
            "submodule.recurse=false",
            "advice.detachedHead=false");

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LC_ALL", "C.UTF-8",
            "PATH", "/usr/bin:/bin",
            "HOME", "/nonexistent",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_ALLOW_PROTOCOL", "https:ssh:file:git",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_ASKPASS", "/bin/false",
            "GIT_SSH_COMMAND",
                    "/usr/bin/ssh -oBatchMode=yes -oConnectTimeout=10 -oServerAliveInterval=5"
                            + " -oServerAliveCountMax=3");

    private GitProgram() {}

    /** Runs git on local data; whatever its exit code. */
    static ProgramRun.Ended run(Path directory, String... arguments) throws IOException {
        return run(directory, LOCAL, Map.of(), List.of(arguments));
    }

    static ProgramRun.Ended run(Path directory, Duration limit, Map<String, String> more, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(GIT));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(arguments);
        Map<String, String> environment = new LinkedHashMap<>(ENVIRONMENT);
        environment.putAll(more);
        return ProgramRun.run(command, directory, environment, limit);
    }

    /** Runs git on local data and returns what it printed; a complaint of git's is an error. */
    static String must(Path directory, String... arguments) throws IOException {
        return must(directory, LOCAL, List.of(arguments));
    }

    /** As {@link #must(Path, String...)}, with a limit of its own. */
    static String must(Path directory, Duration limit, List<String> arguments) throws IOException {
        ProgramRun.Ended ended = run(directory, limit, Map.of(), arguments);
        if (ended.exit() != 0) {
            throw new IOException(
                    "git " + arguments.getFirst() + " in " + directory + ": " + lastLine(ended.complaint()));
        }
        return ended.text();
    }

    /** The line of git's complaint that says most; a remote may have written it, so what is hidden is shown. */
    static String lastLine(String complaint) {
        String most = complaint
                .lines()
                .filter(line -> line.startsWith("fatal:") || line.startsWith("error:"))
                .findFirst()
                .or(() -> complaint.lines().reduce((first, second) -> second))
                .orElse("no reason given");
        return Visible.line(most);
    }

    static RefusedException cannotBuild(String subject, String problem) {
        return new RefusedException(Refusal.CANNOT_BUILD, Map.of("package", subject, "problem", problem));
    }
}
