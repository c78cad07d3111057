package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.yaml.YamlProblem;

/** Passes one after the other, whatever each ends with, and one line for each that is news. */
class SyncWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00.5Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aFailedPassDoesNotEndItAndOnlyNewsIsALine() throws Exception {
        Outcome.Built silent =
                new Outcome.Built(Optional.empty(), NOW, Duration.ZERO, 0, List.of("cwfs: it did not end within 10 s"));
        watch(
                nothing(),
                new Outcome.Failed("no space left on device"),
                new Outcome.Failed("no space left on device"),
                silent,
                silent,
                built(),
                nothing());

        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(4)
                .allMatch(line -> line.startsWith("2026-11-21T02:10:00Z "))
                .satisfiesExactly(
                        line -> assertThat(line).contains("no space left on device"),
                        line -> assertThat(line).contains("cwfs: it did not end within 10 s"),
                        line -> assertThat(line).contains("Generation 7 is built"),
                        line -> assertThat(line).endsWith("There was nothing to build."));
    }

    @Test
    void pausesForTheSitesIntervalAndATenthAtMostMore() throws Exception {
        watch(nothing(), nothing(), nothing());

        assertThat(pauses).hasSize(3).allSatisfy(pause -> assertThat(pause)
                .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5500)));
        assertThat(pauses).doesNotHaveDuplicates();
    }

    @Test
    void oneThatCannotGoOnSaysWhyAndIsNoSuccess() {
        PrintStream log = new PrintStream(out, true, StandardCharsets.UTF_8);
        SyncWatch broken = new SyncWatch(
                reporter -> {
                    throw new NoClassDefFoundError("org/obsenv/helper/TreeGate");
                },
                length -> true,
                new SplittableRandom(1),
                new NewsReporter(log, InstantSource.fixed(NOW), true));

        assertThat(Watch.whole(broken, log)).isEqualTo(2);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("sync --watch cannot go on", "TreeGate");
    }

    private void watch(Outcome... endings) throws YamlProblem {
        Deque<Outcome> left = new ArrayDeque<>(List.of(endings));
        Site site = site();
        new SyncWatch(
                        reporter -> {
                            reporter.site(site);
                            return left.remove();
                        },
                        length -> {
                            pauses.add(length);
                            return !left.isEmpty();
                        },
                        new SplittableRandom(1),
                        new NewsReporter(
                                new PrintStream(out, true, StandardCharsets.UTF_8), InstantSource.fixed(NOW), true))
                .run();
    }

    private static Outcome nothing() {
        return new Outcome.Built(Optional.empty(), NOW, Duration.ZERO, 0, List.of());
    }

    private static Outcome built() {
        return new Outcome.Built(Optional.of(new GenerationId(7)), NOW, Duration.ZERO, 2, List.of());
    }

    private static Site site() throws YamlProblem {
        return SiteFile.parse("site", """
                        name: Test
                        tier: dev
                        zone: UTC
                        environment: {root: /env, base: /base.yaml}
                        helper: {launch: [], verbs: /verbs}
                        packages: [{name: ts_wep, remote: "file:///x"}]
                        sync: {interval: 5 s}
                        """.getBytes(StandardCharsets.UTF_8));
    }
}
