package org.obsenv.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GateRefusal;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Review;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.site.Site;

/** The night of the design's pictures: sixteen packages, three of them moved. */
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-11-21T03:12:44Z");
    public static final GenerationId BASE = new GenerationId(39);
    public static final GenerationId DEPLOY = new GenerationId(42);

    static final List<String> NAMES = SampleSite.NAMES;

    /** Why the fourth package's head is kept out. */
    public static final GateRefusal REFUSAL = new GateRefusal(
            "maint2",
            "does not compile",
            List.of(
                    "File python/lsst/ts/externalscripts/auxtel/offset_atcs.py, line 12",
                    "    self.log.info((\"offset\")",
                    "SyntaxError: '(' was never closed"),
            true);

    private Sample() {}

    /** A full id that begins with the digits. */
    public static CommitId commit(String digits) {
        return new CommitId((digits + "0".repeat(40)).substring(0, 40));
    }

    public static Site site(Duration countdown) {
        return SampleSite.of(countdown);
    }

    /** Three packages differ, the auto-pull is on. */
    public static EnvironmentReading following(Instant now) {
        return reading(now, false, new SwitchState.Following(DEPLOY, token("deploy")));
    }

    /** After a roll back. */
    public static EnvironmentReading held(Instant now) {
        return reading(
                now,
                true,
                new SwitchState.Held(
                        BASE,
                        token("generations/000039"),
                        Optional.of(SampleActs.rollbackEntry(now.minusSeconds(41 * 60))),
                        Known.of(resuming(reading(now, true, new SwitchState.WatchOnly())))));
    }

    /** The first three packages: the fourth one's head was refused. */
    private static List<PackageMove> resuming(EnvironmentReading atBase) {
        return atBase.packages().subList(0, 3).stream()
                .map(each -> new PackageMove(
                        each.name(), each.running().found(), each.deployHead().found()))
                .toList();
    }

    /** Everything runs base, and the auto-pull is on. */
    public static EnvironmentReading followingAtBase(Instant now) {
        return reading(now, true, new SwitchState.Following(BASE, token("deploy")));
    }

    /** One package cannot be read. */
    public static EnvironmentReading oneUnknown(Instant now) {
        EnvironmentReading good = following(now);
        List<PackageReading> packages = new ArrayList<>(good.packages());
        packages.set(5, PackageReading.unknown(new PackageName("cwfs"), "HEAD does not answer"));
        return with(good, packages, good.base(), List.of());
    }

    /** The first package asks for attention for all these reasons. */
    public static EnvironmentReading flagged(Instant now, Set<Flag> flags) {
        EnvironmentReading good = following(now);
        List<PackageReading> packages = new ArrayList<>(good.packages());
        PackageReading first = packages.removeFirst();
        packages.addFirst(new PackageReading(
                first.name(),
                first.running(),
                first.deployHead(),
                first.pin(),
                first.runningDrift(),
                first.deployDrift(),
                first.lastChange(),
                flags,
                first.reason()));
        return with(good, packages, good.base(), List.of());
    }

    /** The list was edited and not built. */
    public static EnvironmentReading edited(Instant now) {
        EnvironmentReading good = following(now);
        return with(good, good.packages(), new BaseState.Edited(BASE), List.of());
    }

    /** The mount is gone. */
    public static EnvironmentReading unreadable(Instant now) {
        return EnvironmentReading.unreadable(
                "Summit", now, NAMES.stream().map(PackageName::new).toList(), "/opt/obs_env: Stale file handle");
    }

    public static SwitchToken token(String target) {
        return new SwitchToken(target, 4711, Instant.parse("2026-11-20T22:05:17Z"));
    }

    private static EnvironmentReading with(
            EnvironmentReading other, List<PackageReading> packages, BaseState base, List<String> problems) {
        return new EnvironmentReading(
                other.site(),
                other.readAt(),
                other.current(),
                base,
                other.rollbackMoves(),
                other.lastSync(),
                other.reviewed(),
                other.cycle(),
                packages,
                problems);
    }

    private static EnvironmentReading reading(Instant now, boolean atBase, SwitchState current) {
        List<PackageReading> packages = new ArrayList<>();
        packages.add(moved(
                atBase,
                0,
                "8f31c02",
                tag(now, "v2.2.1", "b7719e2", 9),
                new Drift.Ahead(2),
                change("8f31c02", "Retry dome handshake in power_on", "maint2", now, Duration.ofMinutes(41)),
                Set.of()));
        packages.add(moved(
                atBase,
                1,
                "1be90d7",
                tag(now, "w.2023.42", "aa10423", 1130),
                new Drift.Diverged(5, 1),
                change("1be90d7", "Revert EFD cache default", "maint3", now, Duration.ofHours(3)),
                Set.of(Flag.PIN_NOT_ON_DEPLOY, Flag.PIN_OLD)));
        packages.add(moved(
                atBase,
                2,
                "77ab3e9",
                tag(now, "v16.5.0", "51c0ffe", 12),
                new Drift.Ahead(1),
                change("77ab3e9", "Merge tag v16.5.1", "release", now, Duration.ofDays(1)),
                Set.of()));
        packages.add(refusedHead(now, "c5d0021", REFUSAL));
        packages.add(still(now, 4, "w.2023.42", "1a2b3c4", 1130, "Tag w.2023.42", 1130));
        packages.add(still(now, 5, "a6971dc", "a6971dc", 2250, "Fix mask edge", 2250));
        packages.add(still(now, 6, "w.2023.42", "2b3c4d5", 1130, "Tag w.2023.42", 1130));
        packages.add(still(now, 7, "w.2023.42", "3c4d5e6", 1130, "Tag w.2023.42", 1130));
        packages.add(still(now, 8, "v0.14.3", "4d5e6f7", 12, "Release v0.14.3", 12));
        packages.add(still(now, 9, "v0.51.0", "5e6f708", 20, "Release v0.51.0", 20));
        packages.add(still(now, 10, "v1.2.0", "6f70819", 40, "Release v1.2.0", 40));
        packages.add(still(now, 11, "v1.9.1", "708192a", 33, "Release v1.9.1", 33));
        packages.add(still(now, 12, "v2.0.4", "8192a3b", 26, "Release v2.0.4", 26));
        packages.add(still(now, 13, "v0.8.0", "92a3b4c", 90, "Release v0.8.0", 90));
        packages.add(still(now, 14, "v0.28.63-alpha.1", "a3b4c5d", 4, "Release v0.28.63", 4));
        packages.add(still(now, 15, "v0.1.9", "b4c5d6e", 30, "Release v0.1.9", 30));
        List<PackageName> moving = atBase
                ? List.of()
                : List.of(new PackageName(NAMES.get(0)), new PackageName(NAMES.get(1)), new PackageName(NAMES.get(2)));
        return new EnvironmentReading(
                "Summit",
                now.minusSeconds(2),
                current,
                new BaseState.Built(BASE),
                Known.of(moving),
                Known.of(now.minusSeconds(14)),
                Optional.of(new Review(now.minus(Duration.ofHours(5)), "maint1")),
                Optional.of("c0044.007"),
                packages,
                List.of());
    }

    private static PackageReading moved(
            boolean atBase,
            int name,
            String head,
            Pin.Resolved pin,
            Drift drift,
            CommitSummary change,
            Set<Flag> flags) {
        return new PackageReading(
                new PackageName(NAMES.get(name)),
                Known.of(atBase ? pin.commit() : commit(head)),
                Known.of(commit(head)),
                pin,
                atBase ? new Drift.AtPin() : drift,
                drift,
                Known.of(change),
                flags,
                Optional.empty());
    }

    /** The fourth package's head is that one, and is kept out for that. */
    public static EnvironmentReading refused(Instant now, String head, GateRefusal refusal) {
        EnvironmentReading good = following(now);
        List<PackageReading> packages = new ArrayList<>(good.packages());
        packages.set(3, refusedHead(now, head, refusal));
        return with(good, packages, good.base(), List.of());
    }

    /** The fourth package's head was taken in. */
    public static EnvironmentReading takenIn(Instant now) {
        EnvironmentReading good = following(now);
        List<PackageReading> packages = new ArrayList<>(good.packages());
        PackageReading head = packages.get(3);
        packages.set(
                3,
                new PackageReading(
                        head.name(),
                        head.deployHead(),
                        head.deployHead(),
                        head.pin(),
                        head.deployDrift(),
                        head.deployDrift(),
                        head.lastChange(),
                        Set.of(),
                        Optional.empty()));
        return with(good, packages, good.base(), List.of());
    }

    private static PackageReading refusedHead(Instant now, String head, GateRefusal refusal) {
        Pin.Resolved pin = tag(now, "v0.33.1", "c1d2e3f", 30);
        return new PackageReading(
                new PackageName(NAMES.get(3)),
                Known.of(pin.commit()),
                Known.of(commit(head)),
                pin,
                new Drift.AtPin(),
                new Drift.Ahead(1),
                Known.of(change(head, "Fix stray bracket in offset_atcs", "maint2", now, Duration.ofMinutes(12))),
                EnumSet.of(Flag.REFUSED),
                Optional.of("%s of maint2 does not compile".formatted(head)),
                Optional.of(refusal));
    }

    private static PackageReading still(
            Instant now, int name, String pinName, String digits, int pinDays, String subject, int days) {
        Pin.Resolved pin = tag(now, pinName, digits, pinDays);
        return new PackageReading(
                new PackageName(NAMES.get(name)),
                Known.of(pin.commit()),
                Known.of(pin.commit()),
                pin,
                new Drift.AtPin(),
                new Drift.AtPin(),
                Known.of(change(digits, subject, "release", now, Duration.ofDays(days))),
                Set.of(),
                Optional.empty());
    }

    private static Pin.Resolved tag(Instant now, String name, String digits, int days) {
        return new Pin.Resolved(name, Pin.Kind.TAG, commit(digits), now.minus(Duration.ofDays(days)));
    }

    private static CommitSummary change(String digits, String subject, String author, Instant now, Duration age) {
        return new CommitSummary(commit(digits), subject, author, now.minus(age));
    }
}
