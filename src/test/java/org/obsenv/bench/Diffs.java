package org.obsenv.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.obsenv.console.QuietToolkit;
import org.obsenv.console.changes.Asked;
import org.obsenv.console.changes.DiffViewModel;
import org.obsenv.console.changes.FileDiffPane;
import org.obsenv.console.support.Theme;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.JGitChangeReader;
import org.obsenv.words.Words;

/** What a person waits for the first lines of a file's diff: read, compared, laid out and painted in a window. */
final class Diffs {
    private static final List<Integer> CHANGED = List.of(10, 1_000, 100_000);
    private static final int LEAST_LINES = 400;
    private static final int PAIRS = 11;
    private static final long LIMIT = Duration.ofMillis(150).toNanos();
    private static final PackageName NAME = new PackageName("diffs");

    private final Path repository;
    private final JGitChangeReader reader;
    private final List<Long> over = new ArrayList<>();

    Diffs(Path work) {
        this.repository = work.resolve("diffs");
        this.reader =
                new JGitChangeReader(name -> repository.resolve(".git"), new BoundedReads(Duration.ofSeconds(30), 2));
    }

    /** Prints its rows; false when a first line took longer than 150 ms in the middle of its pairs. */
    boolean against(Builds.Rows rows) throws IOException, InterruptedException {
        make();
        CommitId before = commit("HEAD~1");
        CommitId after = commit("HEAD");
        FileDiffPane pane = window();
        for (int changed : CHANGED) {
            List<Long> times = new ArrayList<>();
            String file = file(changed);
            rows.compare(
                    String.format("first line painted, %,d changed lines", changed),
                    "`git diff` of the same file",
                    Double.POSITIVE_INFINITY,
                    PAIRS,
                    () -> {
                        long took = painted(pane, before, after, file);
                        times.add(took);
                        return took;
                    },
                    () -> Shell.time(
                            List.of(0), "git", "-C", repository.toString(), "diff", "HEAD~1", "HEAD", "--", file));
            long median = times.stream().sorted().toList().get(times.size() / 2);
            if (median > LIMIT) {
                over.add(median);
            }
        }
        return over.isEmpty();
    }

    private long painted(FileDiffPane pane, CommitId before, CommitId after, String file) {
        FileChange change = new FileChange(FileChange.Kind.MODIFIED, file, file, -1, -1);
        long began = System.nanoTime();
        Known<FileDiff> diff = reader.diff(NAME, before, after, change);
        CompletableFuture<Integer> lines = new CompletableFuture<>();
        Platform.runLater(() -> {
            pane.show(new Asked.Answered<>(diff));
            pane.applyCss();
            pane.layout();
            pane.getScene().snapshot(null);
            lines.complete(pane.lookupAll(".list-cell").stream()
                    .filter(each -> each.getAccessibleText() != null)
                    .toList()
                    .size());
        });
        // What is quick because nothing was painted must not count.
        if (lines.join() == 0) {
            throw new IllegalStateException("no line of " + file + " was painted: " + diff);
        }
        return System.nanoTime() - began;
    }

    private static FileDiffPane window() throws InterruptedException {
        CompletableFuture<FileDiffPane> opened = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        QuietToolkit.install();
        Platform.startup(started::countDown);
        started.await();
        Platform.runLater(() -> {
            FileDiffPane pane =
                    new FileDiffPane(new DiffViewModel(new ThreadedRunner()), Words.of("console"), text -> {});
            Scene scene = new Scene(pane, 1280, 720);
            scene.getStylesheets().setAll(Theme.DARK.sheets());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            opened.complete(pane);
        });
        return opened.join();
    }

    private CommitId commit(String name) {
        return new CommitId(Shell.output(List.of("git", "-C", repository.toString(), "rev-parse", name))
                .strip());
    }

    private static String file(int changed) {
        return "changed" + changed + ".py";
    }

    private void make() throws IOException {
        if (Files.isDirectory(repository)) {
            return;
        }
        Path made = repository.resolveSibling("diffs-in-the-making");
        Shell.run("rm", "-rf", made.toString());
        Shell.run("git", "init", "-q", made.toString());
        for (int version = 0; version < 2; version++) {
            for (int changed : CHANGED) {
                Files.writeString(made.resolve(file(changed)), text(changed, version));
            }
            Shell.run("git", "-C", made.toString(), "add", ".");
            Shell.run(
                    "git",
                    "-C",
                    made.toString(),
                    "-c",
                    "user.name=Bench",
                    "-c",
                    "user.email=bench@example.org",
                    "commit",
                    "-q",
                    "-m",
                    "Version " + version);
        }
        Files.move(made, repository);
    }

    /** The changed lines stand apart, spread over the file. */
    private static String text(int changed, int version) {
        int lines = Math.max(LEAST_LINES, changed * 2);
        int apart = lines / changed;
        return IntStream.range(0, lines)
                .mapToObj(i -> "    value = compute(" + i + ", " + (i % apart == 0 ? version : 0)
                        + ")  # some line of ordinary code\n")
                .collect(Collectors.joining());
    }
}
