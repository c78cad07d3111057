package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** A root with real clones of two packages, and adopt asked of it. */
abstract class AdoptFixture {
    static final String MODULE = "python/ts_wep/__init__.py";

    @TempDir
    Path directory;

    TestEnvironment environment;
    Path clone;

    @BeforeEach
    void cloneBoth() throws IOException {
        environment = TestEnvironment.prepare(directory, "ts_wep", "cwfs");
        clone = environment.root().resolve("ts_wep");
        cloneAll();
    }

    final void cloneAll() throws IOException {
        Files.createDirectories(environment.root());
        for (String name : List.of("ts_wep", "cwfs")) {
            Git.git(
                    environment.root(),
                    "clone",
                    "-q",
                    "-b",
                    "deploy",
                    environment.remote(name).address(),
                    name);
        }
    }

    Outcome adopt() {
        return run(new Aim.Planned(Optional.of(plan()), List.of()));
    }

    String plan() {
        Outcome outcome = run(Aim.Planned.PREVIEW);
        if (outcome instanceof Outcome.Planned planned) {
            return planned.plan().orElseThrow(() -> new AssertionError(planned.lines()));
        }
        throw new AssertionError(outcome);
    }

    String planOfPrune(String oldClone) {
        if (prune(new Aim.Planned(Optional.empty(), List.of(oldClone))) instanceof Outcome.Planned planned) {
            return planned.plan().orElseThrow();
        }
        throw new AssertionError();
    }

    Outcome prune(Aim aim) {
        return environment.run(
                new Request(Verb.PRUNE, new Saw.Nothing(), aim, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    Outcome run(Aim aim) {
        return environment.run(
                new Request(Verb.ADOPT, new Saw.Nothing(), aim, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    CommitId head(String name) {
        return new CommitId(Git.git(environment.root().resolve(name), "rev-parse", "HEAD"));
    }

    Path old(String name) {
        try (Stream<Path> times = Files.list(environment.paths().adopted())) {
            return times.findFirst().orElseThrow().resolve(name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Names, kinds, execute bits and bytes, without git's own. */
    static String content(Path tree) throws IOException {
        StringBuilder content = new StringBuilder();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted().toList()) {
                if (!tree.relativize(each).toString().matches("(.*/)?\\.git(/.*)?")) {
                    content.append(tree.relativize(each)).append(' ');
                    if (Files.isSymbolicLink(each)) {
                        content.append(Files.readSymbolicLink(each));
                    } else if (Files.isRegularFile(each)) {
                        content.append(Files.isExecutable(each))
                                .append(Files.readString(each, java.nio.charset.StandardCharsets.ISO_8859_1));
                    }
                    content.append('\n');
                }
            }
        }
        return content.toString();
    }
}
