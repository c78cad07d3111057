package org.obsenv.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.obsenv.domain.CommitId;

/** The real git program in one directory, with nobody's configuration. */
public final class GitProgram {
    /** 2026-11-01T00:00:00Z, from which commits are dated. */
    public static final long EPOCH = 1_793_491_200L;

    private static final Map<String, String> NOBODY = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_NAME", "Zoë Ångström",
            "GIT_AUTHOR_EMAIL", "zoe@example.org",
            "GIT_COMMITTER_NAME", "Committer",
            "GIT_COMMITTER_EMAIL", "committer@example.org",
            "LC_ALL", "C.UTF-8");

    private final Path directory;

    public GitProgram(Path directory) {
        this.directory = directory;
    }

    /** A new repository with branch {@code main}. */
    public static GitProgram init(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GitProgram git = new GitProgram(directory);
        git.run("init", "-q", "-b", "main");
        return git;
    }

    public Path directory() {
        return directory;
    }

    /** Runs git and returns what it printed, without the last line feed. */
    public String run(String... arguments) {
        return run(Map.of(), new byte[0], arguments);
    }

    /** Runs git with something on its standard input. */
    public String run(byte[] input, String... arguments) {
        return run(Map.of(), input, arguments);
    }

    private String run(Map<String, String> environment, byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(NOBODY);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Thread writer = Thread.ofPlatform().start(() -> {
                try (var out = process.getOutputStream()) {
                    out.write(input);
                } catch (IOException e) {
                    // git ended before it had read everything; its exit code tells.
                }
            });
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            writer.join();
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + output);
            }
            return output.stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes a file and commits it; the commit's date is that many seconds after 2026-11-01. */
    public CommitId commit(String file, String text, String subject, long second) {
        write(file, text);
        run("add", "-A");
        return commitIndex(subject, second);
    }

    /** Commits the index as it is. */
    public CommitId commitIndex(String subject, long second) {
        String date = (EPOCH + second) + " +0000";
        run(
                Map.of("GIT_AUTHOR_DATE", date, "GIT_COMMITTER_DATE", date),
                new byte[0],
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                subject);
        return head();
    }

    public CommitId head() {
        return commit("HEAD");
    }

    public CommitId commit(String revision) {
        return new CommitId(run("rev-parse", revision + "^{commit}"));
    }

    public void write(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
