package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Refusal;

/**
 * Programs that outlived the verb that ran them. What a verb starts dies with it ({@link ProgramRun}), but not what
 * that starts in turn: git's checkout of a new work tree went on writing where the next build was writing already. So
 * every program bears the mark of its verb, and hands it on to whatever it starts.
 */
final class Orphans {
    private static final String MARK = "OBSENV_VERB";
    private static final Path PROC = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of what follows the name in {@code /proc/PID/stat} (proc(5)): the state, and the start time in clock ticks. */
    private static final int STATE = 0;

    private static final int START = 19;

    private Orphans() {}

    /** What a program of this verb finds in its environment. */
    static Map<String, String> mark() throws IOException {
        return Map.of(MARK, own());
    }

    /** What no other process is called, now or later. */
    static String own() throws IOException {
        long self = ProcessHandle.current().pid();
        return verb(self).orElseThrow(() -> new IOException("/proc does not show process " + self));
    }

    /** Whether the process of that name is there still. */
    static boolean isVerbAlive(String mark) {
        return verb(pidIn(mark)).equals(Optional.of(mark));
    }

    /**
     * Kills those whose verb is dead. Used only under the build lock, before anything is built.
     *
     * @throws RefusedException when one of them does not die; it may still write
     */
    static void end() throws IOException, RefusedException {
        Instant latest = Instant.now().plus(PATIENCE);
        // One may have started another while it was looked for.
        for (List<ProcessHandle> all = find(); !all.isEmpty(); all = find()) {
            if (Instant.now().isAfter(latest)) {
                throw new RefusedException(
                        Refusal.BUSY,
                        Map.of("holder", "process " + all.getFirst().pid() + ", left by a verb that died,"));
            }
            all.forEach(ProcessHandle::destroyForcibly);
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<ProcessHandle> find() throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path each : processes) {
                Optional<ProcessHandle> process =
                        ProcessHandle.of(Long.parseLong(each.getFileName().toString()));
                if (process.isPresent() && isAlive(each) && isOrphan(each)) {
                    found.add(process.get());
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    private static boolean isOrphan(Path process) {
        return markOf(process).filter(mark -> !isVerbAlive(mark)).isPresent();
    }

    private static Optional<String> markOf(Path process) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return Arrays.stream(environment.split("\0"))
                    .filter(each -> each.startsWith(MARK + "="))
                    .map(each -> each.substring(MARK.length() + 1))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // another account's, or it ended meanwhile
        }
    }

    private static long pidIn(String mark) {
        String pid = mark.replaceAll("-.*", "");
        return pid.matches("[0-9]{1,18}") ? Long.parseLong(pid) : 0;
    }

    /** The mark of a living process: its id and its start time, since ids come again. */
    private static Optional<String> verb(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        return isAlive(process) ? stat(process).map(fields -> pid + "-" + fields.get(START)) : Optional.empty();
    }

    /** Whether a process is there and runs; one that is dead and not yet buried does not. */
    static boolean isAlive(long pid) {
        return isAlive(PROC.resolve(Long.toString(pid)));
    }

    private static boolean isAlive(Path process) {
        return stat(process).filter(fields -> !"ZX".contains(fields.get(STATE))).isPresent();
    }

    private static Optional<List<String>> stat(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            // The name stands in parentheses and may hold anything.
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            return fields.size() > START ? Optional.of(fields) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
