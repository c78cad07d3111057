package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obsenv.base.BaseList;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Review;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.git.PackageComparison;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.ReviewDocument;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** An environment in the generation layout, as this workstation sees it. One thread at a time. */
public final class LayoutEnvironmentReader implements EnvironmentReader {
    // A switch during a look mixes two states; one that is switched all the time still gets an answer.
    private static final int LOOKS = 3;

    // What no stamp shows (a spoilt repository, a checkout that is gone) is seen after so long at the latest.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** {@code at}: when everything was read. */
    private record Look(LayoutStamp stamp, EnvironmentReading reading, Instant at) {
        boolean isOldAt(Instant now) {
            return Duration.between(at, now).compareTo(LOOK_AGAIN) >= 0;
        }
    }

    private final String site;
    private final LayoutPaths paths;
    private final Path list;
    private final List<PackageName> names;
    private final InstantSource clock;
    private final Manifests manifests;
    private final SwitchReading switches;
    private final LayoutPackages packages;
    private final LayoutAlarmReader alarmReader;
    private final Words words = Words.of("reading");
    private @Nullable Look last;

    /**
     * @param site the site's name
     * @param list the base list
     * @param names the site's packages
     */
    public LayoutEnvironmentReader(
            String site,
            Path root,
            Path list,
            List<PackageName> names,
            BoundedReads reads,
            CommitCache cache,
            InstantSource clock) {
        this.site = site;
        this.paths = new LayoutPaths(root);
        this.list = list;
        this.names = List.copyOf(names);
        this.clock = clock;
        this.manifests = new Manifests(paths, Manifests.OF_LINKS);
        this.switches = new SwitchReading(paths, new LayoutJournalReader(paths), manifests);
        this.alarmReader = new LayoutAlarmReader(paths);
        this.packages = new LayoutPackages(paths, reads, new PackageComparison(cache));
    }

    @Override
    public EnvironmentReading refresh() {
        Instant now = clock.instant();
        try {
            LayoutStamp stamp = LayoutStamp.take(paths, list);
            Look known = last;
            if (known != null && known.isOldAt(now)) {
                return look(stamp, now);
            }
            if (known != null && known.stamp().equals(stamp)) {
                return known.reading().readAgainAt(now);
            }
            if (known != null && known.stamp().isSameBut(stamp)) {
                Look newer = new Look(stamp, withSync(known.reading(), stamp, now), known.at());
                last = newer;
                return newer.reading();
            }
            return look(stamp, now);
        } catch (IOException e) {
            last = null;
            return EnvironmentReading.unreadable(site, now, names, IoWords.of(e));
        }
    }

    @Override
    public EnvironmentReading rescan() {
        last = null;
        manifests.forget();
        return refresh();
    }

    @Override
    public void close() {
        last = null;
    }

    private EnvironmentReading look(LayoutStamp first, Instant now) throws IOException {
        LayoutStamp before = first;
        for (int i = 1; ; i++) {
            EnvironmentReading reading = read(before, now);
            LayoutStamp after = LayoutStamp.take(paths, list);
            if (after.equals(before)) {
                last = isSettled(reading) ? new Look(before, reading, now) : null;
                return reading;
            }
            if (i == LOOKS) {
                last = null;
                return reading;
            }
            before = after;
        }
    }

    /** What may have failed for a moment, or whose record is still being written, is looked at again next time. */
    private static boolean isSettled(EnvironmentReading reading) {
        boolean known = reading.packages().stream().noneMatch(each -> each.runningDrift() instanceof Drift.Unknown);
        return known && isRecorded(reading);
    }

    private static boolean isRecorded(EnvironmentReading reading) {
        return !(reading.current() instanceof SwitchState.Held held)
                || held.by().filter(entry -> entry.outcome().equals("begun")).isEmpty();
    }

    private EnvironmentReading read(LayoutStamp stamp, Instant now) {
        List<String> problems = new ArrayList<>();
        SwitchState current = switches.of(stamp);
        Known<Manifest> running = running(current);
        ListedBase base = ListedBase.read(list, stamp.base(), manifests);
        Known<SyncState> sync = syncState(problems);
        tell(running, problems);
        tell(sync, problems);
        sync.found().flatMap(SyncState::room).ifPresent(room -> problems.add(room.text()));
        tell(base.list(), problems);
        base.built().ifPresent(built -> tell(built, problems));
        OpenAlarms alarms = alarms(stamp, problems);
        Optional<BaseList> readable = base.list().found();
        readable.ifPresent(each -> each.foreignTo(names).forEach(problem -> problems.add(problem.told())));
        return new EnvironmentReading(
                site,
                now,
                current,
                base.state(),
                rollbackMoves(running, base),
                lastSync(stamp),
                reviewed(readable, problems),
                readable.flatMap(BaseList::cycle),
                alarms.flag(packages.read(names, running, sync, base, now)),
                problems.stream().distinct().toList());
    }

    /** The newer of what the list itself says and of what was recorded of exactly this text. */
    private Optional<Review> reviewed(Optional<BaseList> list, List<String> problems) {
        if (list.isEmpty()) {
            return Optional.empty();
        }
        Optional<Review> own = list.get().reviewed();
        try {
            Optional<Review> recorded = ReviewDocument.read(paths.review())
                    .filter(each -> each.list().equals(list.get().sha256()))
                    .map(ReviewDocument::review);
            return Stream.concat(own.stream(), recorded.stream()).max(Comparator.comparing(Review::at));
        } catch (YamlProblem e) {
            problems.add(e.told());
        } catch (IOException e) {
            problems.add(IoWords.of(e));
        }
        return own;
    }

    private static void tell(Known<?> known, List<String> problems) {
        if (known instanceof Known.Unknown<?>(String reason)) {
            problems.add(reason);
        }
    }

    private Known<Manifest> running(SwitchState current) {
        Optional<GenerationId> id = current.running();
        if (id.isPresent()) {
            return manifests.of(id.get());
        }
        return Known.unknown(
                current instanceof SwitchState.Unknown(String reason) ? reason : words.text("switch.missing"));
    }

    private Known<SyncState> syncState(List<String> problems) {
        try {
            SyncStateDocument.Looked looked = SyncStateDocument.look(paths.state());
            if (looked.newer().isPresent()) {
                problems.add(words.text("sync.newer"));
            }
            return Known.of(looked.state());
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }

    /** Before the first look there is nothing to say; what cannot be read is a problem, never no alarms. */
    private OpenAlarms alarms(LayoutStamp stamp, List<String> problems) {
        if (stamp.alarms() instanceof FileStamp.Absent) {
            return new OpenAlarms(List.of());
        }
        return switch (alarmReader.read()) {
            case Known.Value<Alarms>(Alarms alarms) -> new OpenAlarms(alarms.open());
            case Known.Unknown<Alarms>(String reason) -> {
                problems.add(words.text("alarms.unreadable", "reason", reason));
                yield new OpenAlarms(List.of());
            }
        };
    }

    private Known<List<PackageName>> rollbackMoves(Known<Manifest> running, ListedBase base) {
        if (base.built().isEmpty()) {
            return Known.unknown(words.text("base.not-built"));
        }
        return switch (running) {
            case Known.Unknown<Manifest>(String reason) -> Known.unknown(reason);
            case Known.Value<Manifest>(Manifest from) ->
                base.built().get().map(to -> PackageMove.between(from.packages(), to.packages()).stream()
                        .map(PackageMove::name)
                        .toList());
        };
    }

    private Known<Instant> lastSync(LayoutStamp stamp) {
        return switch (stamp.heartbeat()) {
            case FileStamp.Present present -> Known.of(present.modified());
            case FileStamp.Absent absent -> Known.unknown(words.text("sync.never"));
            case FileStamp.Troubled troubled -> Known.unknown(words.text("sync.unreadable"));
        };
    }

    private EnvironmentReading withSync(EnvironmentReading known, LayoutStamp stamp, Instant now) {
        return new EnvironmentReading(
                known.site(),
                now,
                known.current(),
                known.base(),
                known.rollbackMoves(),
                lastSync(stamp),
                known.reviewed(),
                known.cycle(),
                known.packages(),
                known.problems());
    }
}
