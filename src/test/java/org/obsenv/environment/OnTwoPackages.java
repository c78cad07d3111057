package org.obsenv.environment;

import static org.obsenv.environment.HandMadeLayout.NOW;
import static org.obsenv.environment.HandMadeLayout.fetched;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.fixture.Git;

/** Tests of reading a layout of two packages: cwfs at its pin, ts_wep one commit after it. */
abstract class OnTwoPackages {
    static final GenerationId BASE = new GenerationId(1);
    static final GenerationId NEWEST = new GenerationId(2);
    static final Instant AT_V1 = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path directory;

    HandMadeLayout layout;
    Git wepHistory;
    PackageName wep;
    PackageName cwfs;
    CommitId wepV1;
    CommitId wepHead;
    CommitId cwfsV1;

    /** Two packages: cwfs at its pin, ts_wep one commit after it. Following. */
    @BeforeEach
    void makeLayout() throws IOException {
        layout = new HandMadeLayout(directory);
        wepHistory = Git.init(directory.resolve("ts_wep"));
        wepV1 = wepHistory.commit("a.py", "1", "Release 1", 0);
        wepHistory.run("tag", "v1", wepV1.hex());
        wepHead = wepHistory.commit("a.py", "2", "Fix it", 60);
        Git cwfsHistory = Git.init(directory.resolve("cwfs"));
        cwfsV1 = cwfsHistory.commit("c.py", "1", "Only", 0);
        wep = layout.add("ts_wep", wepHistory);
        cwfs = layout.add("cwfs", cwfsHistory);
        layout.list("""
                cycle: c0044.007
                reviewed: {at: 2026-11-20T21:00:00Z, by: malex}
                ts_wep: v1
                cwfs: %s
                """.formatted(cwfsV1.abbreviated()));
        layout.baseGeneration(1, Map.of(wep, wepV1, cwfs, cwfsV1), Map.of(wep, "v1", cwfs, cwfsV1.abbreviated()));
        layout.generation(2, Map.of(wep, wepHead, cwfs, cwfsV1));
        layout.link(layout.paths().base(), "generations/000001");
        layout.link(layout.paths().deploy(), "generations/000002");
        layout.link(layout.paths().current(), "deploy");
        layout.state(Map.of(wep, fetched(wepHead), cwfs, fetched(cwfsV1)));
        layout.heartbeat(NOW.minusSeconds(30));
    }

    EnvironmentReading read() {
        try (LayoutEnvironmentReader reader = layout.reader(List.of(wep, cwfs))) {
            return reader.refresh();
        }
    }

    static List<Set<Flag>> flags(EnvironmentReading reading) {
        return reading.packages().stream().map(PackageReading::flags).toList();
    }
}
