package org.obsenv.demo;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Remark;
import org.obsenv.domain.Review;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;
import org.obsenv.environment.LayoutEnvironmentReader;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.sudo.SudoHelperGateway;

/** The demo made by the real launchers and verbs, once for all tests, which then go through it as a newcomer does. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoSiteTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    static Path directory;

    private static DemoSite demo;
    private static Site site;

    @BeforeAll
    static void make() throws Exception {
        demo = new DemoSite(directory.resolve("demo"), CLOCK);
        demo.make(Path.of("packaging/obsenv-helper"));
        site = SiteFile.read(demo.siteFile());
    }

    @Test
    @Order(1)
    void showsEveryStateAPackageCanBeIn() {
        EnvironmentReading reading = read();
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Differ(3, 8));
        assertThat(drifts(reading))
                .isEqualTo(new TreeMap<>(Map.of(
                        "ts_standardscripts", new Drift.Ahead(2),
                        "summit_utils", new Drift.Diverged(5, 1),
                        "ts_observatory_control", new Drift.Behind(3),
                        "ts_wep", new Drift.AtPin(),
                        "ts_externalscripts", new Drift.AtPin(),
                        "atmospec", new Drift.AtPin(),
                        "cwfs", new Drift.AtPin(),
                        "ts_config_attcs", new Drift.AtPin())));
        assertThat(flags(reading))
                .isEqualTo(new TreeMap<>(Map.of(
                        "ts_standardscripts", Set.of(),
                        "summit_utils", Set.of(Flag.PIN_NOT_ON_DEPLOY, Flag.PIN_OLD, Flag.ALARM),
                        "ts_observatory_control", Set.of(Flag.PIN_NOT_ON_DEPLOY, Flag.ALARM),
                        "ts_wep", Set.of(Flag.REWRITTEN, Flag.OFF_DEPLOY, Flag.PIN_NOT_ON_DEPLOY, Flag.ALARM),
                        "ts_externalscripts", Set.of(Flag.REFUSED),
                        "atmospec", Set.of(Flag.PIN_OLD, Flag.ALARM),
                        "cwfs", Set.of(Flag.PIN_OLD, Flag.ALARM),
                        "ts_config_attcs", Set.of(Flag.PIN_IS_BRANCH))));
        assertThat(packageOf(reading, "cwfs").pin()).isInstanceOf(Pin.Kept.class);
        assertThat(reading.current()).isInstanceOf(SwitchState.Following.class);
        assertThat(reading.cycle()).contains("c0044.007");
        assertThat(reading.reviewed().map(Review::by)).contains("maint1");
    }

    @Test
    @Order(2)
    void hasAgesThatCountBackFromItsMaking() {
        PackageReading scripts = packageOf(read(), "ts_standardscripts");
        assertThat(scripts.lastChange()).isInstanceOf(Known.Value.class);
        CommitSummary change = scripts.lastChange().found().orElseThrow();
        assertThat(change.subject()).isEqualTo("Retry dome handshake (DM-47381)");
        assertThat(change.author()).isEqualTo("maint2");
        assertThat(Duration.between(change.at(), Instant.now()))
                .isBetween(Duration.ofMinutes(41), Duration.ofMinutes(51));
    }

    @Test
    @Order(3)
    void isMadeOnce() throws Exception {
        Instant before = Files.getLastModifiedTime(demo.siteFile()).toInstant();
        demo.make(Path.of("packaging/obsenv-helper"));
        assertThat(Files.getLastModifiedTime(demo.siteFile()).toInstant()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void bringsAPushedHotFixIntoTheEnvironment() throws Exception {
        DemoActions actions = demo.actions();
        assertThat(actions.pushHotFix()).isEqualTo(new PackageName("atmospec"));
        EnvironmentReading reading = read();
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Differ(4, 8));
        assertThat(packageOf(reading, "atmospec").runningDrift()).isEqualTo(new Drift.Ahead(1));
        assertThat(Files.readString(demo.root().resolve("atmospec/python/lsst/atmospec/extraction.py")))
                .startsWith("APERTURE = 30\n");
    }

    @Test
    @Order(5)
    void makesAPackageUnknownAndStillRollsBackToTheProvenBase() throws Exception {
        DemoActions actions = demo.actions();
        actions.breakPackage();
        assertThat(actions.isPackageBroken()).isTrue();
        EnvironmentReading broken = read();
        assertThat(packageOf(broken, "ts_wep").runningDrift()).isInstanceOf(Drift.Unknown.class);
        assertThat(Verdict.of(broken)).isEqualTo(new Verdict.Unknown(1, 4, 8));

        SudoHelperGateway gateway = new SudoHelperGateway(site, Duration.ofSeconds(60));
        assertThat(gateway.run(Request.plain(Verb.ROLLBACK), progress -> {}))
                .hasFieldOrPropertyWithValue("movedCount", 4)
                .hasFieldOrPropertyWithValue("remarks", Set.of(Remark.LIST_EDITED));

        actions.mendPackage();
        assertThat(actions.isPackageBroken()).isFalse();
        assertThat(Verdict.of(read())).isEqualTo(new Verdict.HeldAtBase(8));
        demo.run(Verb.RESUME);
        assertThat(Verdict.of(read())).isEqualTo(new Verdict.Differ(4, 8));
    }

    @Test
    @Order(6)
    void takesTheMountAwayAndBringsItBack() throws Exception {
        DemoActions actions = demo.actions();
        actions.takeMountAway();
        actions.takeMountAway();
        assertThat(actions.isMountAway()).isTrue();
        assertThat(Verdict.of(read())).isEqualTo(new Verdict.Unknown(8, 0, 8));
        actions.bringMountBack();
        actions.bringMountBack();
        assertThat(actions.isMountAway()).isFalse();
        assertThat(Verdict.of(read())).isEqualTo(new Verdict.Differ(4, 8));
    }

    @Test
    @Order(7)
    void pushesHotFixesRoundAndRound() throws Exception {
        DemoActions actions = demo.actions();
        for (int i = 0; i < 5; i++) {
            actions.pushHotFix();
        }
        assertThat(packageOf(read(), "atmospec").runningDrift()).isEqualTo(new Drift.Ahead(3));
    }

    @Test
    @Order(8)
    void keepsOutAHotFixThatDoesNotCompileAndTakesItsMendIn() throws Exception {
        DemoActions actions = demo.actions();
        actions.pushStrayBracket();
        actions.pushStrayBracket();
        PackageReading refused = packageOf(read(), "atmospec");
        assertThat(refused.flags()).contains(Flag.REFUSED);
        assertThat(refused.runningDrift()).isEqualTo(new Drift.Ahead(3));
        assertThat(refused.deployDrift()).as("pushed once").isEqualTo(new Drift.Ahead(4));
        assertThat(refused.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.author()).isEqualTo("maint2");
            assertThat(refusal.what()).isEqualTo("does not compile");
            assertThat(String.join("\n", refusal.lines()))
                    .contains("extraction.py")
                    .contains("closing parenthesis");
            assertThat(refusal.canPass()).isTrue();
        });
        assertThat(packageOf(read(), "ts_externalscripts").refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.canPass()).isFalse());
        actions.pushMend();
        assertThat(packageOf(read(), "atmospec").flags()).doesNotContain(Flag.REFUSED);
        assertThat(packageOf(read(), "atmospec").runningDrift()).isEqualTo(new Drift.Ahead(5));
    }

    @Test
    @Order(9)
    void isMadeAgainWhereItWasLeftHalfMade() throws Exception {
        Files.delete(directory.resolve("demo/made-by"));
        demo.make(Path.of("packaging/obsenv-helper"));
        assertThat(Verdict.of(read())).isEqualTo(new Verdict.Differ(3, 8));
    }

    @Test
    @Order(10)
    void saysWhichVerbFailedAndHow() throws Exception {
        DemoSite spoiled = new DemoSite(directory.resolve("spoiled"), CLOCK);
        assertThatThrownBy(() -> spoiled.make(Path.of("/bin/false")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("spoiled/verbs/setup ended with 1");
    }

    private static EnvironmentReading read() {
        try (LayoutEnvironmentReader reader = new LayoutEnvironmentReader(
                site.name(),
                site.root(),
                site.baseList(),
                site.packageNames(),
                new BoundedReads(Duration.ofSeconds(10), 2),
                new CommitCache(),
                CLOCK)) {
            return reader.rescan();
        }
    }

    private static PackageReading packageOf(EnvironmentReading reading, String name) {
        return reading.packages().stream()
                .filter(each -> each.name().equals(new PackageName(name)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Drift> drifts(EnvironmentReading reading) {
        return new TreeMap<>(
                reading.packages().stream().collect(toMap(each -> each.name().text(), PackageReading::runningDrift)));
    }

    private static Map<String, Set<Flag>> flags(EnvironmentReading reading) {
        return new TreeMap<>(
                reading.packages().stream().collect(toMap(each -> each.name().text(), PackageReading::flags)));
    }
}
