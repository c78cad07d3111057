package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Git;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;

/** Tests of two plain clones: ts_wep on deploy, one commit after its pin; cwfs at its pin. */
abstract class OnClones {
    static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    static final Instant AT_V1 = Instant.parse("2026-11-01T00:00:00Z");
    static final PackageName WEP = new PackageName("ts_wep");
    static final PackageName CWFS = new PackageName("cwfs");
    static final Duration SCAN = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    Path clones;
    Path list;
    Git remote;
    Git wep;
    CommitId v1;
    CommitId head;
    Instant now = NOW;

    /** ts_wep on deploy, one commit after its pin; cwfs at its pin. */
    @BeforeEach
    void makeClones() throws IOException {
        clones = Files.createDirectories(directory.resolve("obs_env"));
        list = directory.resolve("base_environment.yaml");
        remote = Git.init(directory.resolve("remote"));
        v1 = remote.commit("a.py", "1", "Release 1", 0);
        remote.run("tag", "-a", "-m", "one", "v1");
        remote.run("checkout", "-q", "-b", "deploy");
        head = remote.commit("a.py", "2", "Fix it", 60);
        wep = cloneOf("ts_wep");
        cloneOf("cwfs").run("checkout", "-q", "-B", "deploy", v1.hex());
        Files.writeString(list, "cycle: c0044.007\nts_wep: v1\ncwfs: v1\n");
    }

    Git cloneOf(String name) {
        remote.run(
                "clone",
                "-q",
                "-b",
                "deploy",
                remote.directory().toString(),
                clones.resolve(name).toString());
        return new Git(clones.resolve(name));
    }

    EnvironmentReading read() {
        try (ClonesEnvironmentReader reader = reader()) {
            return reader.refresh();
        }
    }

    ClonesEnvironmentReader reader() {
        InstantSource clock = () -> now;
        return new ClonesEnvironmentReader(
                clones, list, "deploy", SCAN, new BoundedReads(Duration.ofSeconds(2), 2), new CommitCache(), clock);
    }
}
