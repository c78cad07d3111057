package org.obsenv.helper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.site.CheckRule.Limits;

/**
 * Runs what was pushed before anybody looked at it. In namespaces of its own: no network, every file system read-only
 * but a small one in memory (and one directory, where it is to make something), no other process in sight, and some
 * places empty; and it ends with everything that it started, whatever that did to get away. Address space, processor time, file sizes and the number of processes are limited.
 *
 * <p>Where the account may not make such namespaces (user_namespaces(7)) nothing is run: what cannot be contained is
 * not tried out on the shared tree.
 */
final class Contained {
    /** What it may print; also the largest file that it may write where nothing stays. */
    private static final int MOST_OUTPUT = 1024 * 1024;

    /** The largest file that it may leave: what a package's build makes. */
    private static final int MOST_LEFT = 64 * 1024 * 1024;

    private static final int MOST_PROCESSES = 512;
    private static final int MOST_FILES = 1024;

    /** Of the script, when the walls could not be put up. */
    private static final int NO_WALLS = 125;

    private static final int NO_PROGRAM = 127;

    /** Prefixed to its complaints, so that they are told from those of what it runs. */
    private static final String WALLS = "walls:";

    /** A whole line of unshare's. */
    private static final String ENDED_FROM_OUTSIDE = "unshare: sigprocmask";

    private static final String SCRIPT = Script.text("walls.sh");

    private final Path work;
    private final Limits limits;
    private final List<Path> hidden;
    private final Optional<Path> open;

    /**
     * @param work a directory of this run's own, with a directory {@code tmp}
     * @param hidden directories that it finds empty, such as {@link OutOfSight} says
     */
    Contained(Path work, Limits limits, List<Path> hidden) {
        this(work, limits, hidden, Optional.empty());
    }

    private Contained(Path work, Limits limits, List<Path> hidden, Optional<Path> open) {
        this.work = work;
        this.limits = limits;
        this.hidden = List.copyOf(hidden);
        this.open = open;
    }

    /** As this one, with one directory that it is started in and may write. */
    Contained writing(Path directory) {
        return new Contained(work, limits, hidden, Optional.of(directory));
    }

    /** How it went. */
    sealed interface Ended {
        /** What it printed, both outputs together, as much as it may. */
        String output();

        record By(int exit, String output) implements Ended {}

        record Late(String output) implements Ended {}
    }

    /** @throws IOException when it could not be run, which says nothing of what was to be run */
    Ended run(List<String> command, Path directory, Map<String, String> more) throws IOException {
        Path output = work.resolve("output");
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" >\"$0\" 2>&1", output.toString()));
        words.addAll(words(command));
        try {
            ProgramRun.Ended ended = ProgramRun.run(words, directory, environment(more), limits.time());
            String text = text(output);
            if (ended.exit() == NO_WALLS || text.startsWith("unshare:") || text.startsWith(WALLS)) {
                throw new IOException("no walls can be put up around it: " + firstLine(text));
            }
            if (ended.exit() == NO_PROGRAM) {
                throw new IOException(firstLine(text));
            }
            return new Ended.By(ended.exit(), text);
        } catch (ProgramRun.LateException e) {
            return new Ended.Late(heard(text(output)));
        }
    }

    /** Maps the account to root of the namespace, which may mount there; it is nobody's root outside. */
    List<String> words(List<String> command) {
        List<String> words = new ArrayList<>(List.of(
                "/usr/bin/unshare",
                "--user",
                "--map-root-user",
                "--net",
                "--mount",
                "--pid",
                "--ipc",
                "--fork",
                "--kill-child=KILL",
                "--mount-proc",
                // A signal to its process group would reach the verb's, through all these walls.
                "/usr/bin/setsid",
                "/bin/sh",
                "-c",
                SCRIPT,
                "check",
                work.resolve("tmp").toString(),
                Long.toString(limits.memory()),
                Long.toString(limits.time().toSeconds() + 1),
                Integer.toString(MOST_PROCESSES),
                Integer.toString(MOST_FILES),
                Integer.toString(open.isPresent() ? MOST_LEFT : MOST_OUTPUT),
                open.map(Path::toString).orElse(""),
                Integer.toString(hidden.size())));
        hidden.forEach(each -> words.add(each.toString()));
        words.addAll(command);
        return words;
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new LinkedHashMap<>(Map.of(
                "LC_ALL", "C.UTF-8",
                "PATH", "/usr/bin:/bin",
                "HOME", "/nonexistent",
                "TMPDIR", work.resolve("tmp").toString(),
                "PYTHONDONTWRITEBYTECODE", "1",
                // Each thread of theirs would take its share of the address space.
                "OMP_NUM_THREADS", "1",
                "OPENBLAS_NUM_THREADS", "1"));
        environment.putAll(more);
        return environment;
    }

    private static String text(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
        }
    }

    /** What it printed itself: ended from outside, the program that made the walls may have complained first. */
    static String heard(String text) {
        String rest = text;
        while (rest.startsWith(ENDED_FROM_OUTSIDE)) {
            int end = rest.indexOf('\n');
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        return rest;
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
    }
}
