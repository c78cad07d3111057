package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListedPin;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.SwitchState;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.git.PackageComparison;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * A directory of plain clones as it stands, watched only. A quiet look is five stats a package; the work trees are
 * scanned every so often, and their age is the reading's {@code lastSync}. One thread at a time.
 */
public final class ClonesEnvironmentReader implements EnvironmentReader {
    private final Path directory;
    private final Path listFile;
    private final String deployBranch;
    private final Duration scanEvery;
    private final BoundedReads reads;
    private final PackageComparison comparison;
    private final InstantSource clock;
    private final Words words = Words.of("reading");
    private final Map<PackageName, CloneReader> readers = new HashMap<>();
    private final Map<PackageName, CloneRead> last = new HashMap<>();
    private final Map<PackageName, String> unread = new HashMap<>();
    private final WatchedFiles around;
    private Known<BaseList> list = Known.unknown("");
    private List<PackageName> names = List.of();
    private Instant scanned = Instant.EPOCH;
    private @Nullable EnvironmentReading known;

    /**
     * @param directory holds the clones, one directory a package
     * @param listFile the base list
     * @param scanEvery how old the work trees' state may get
     */
    public ClonesEnvironmentReader(
            Path directory,
            Path listFile,
            String deployBranch,
            Duration scanEvery,
            BoundedReads reads,
            CommitCache cache,
            InstantSource clock) {
        this.directory = directory;
        this.listFile = listFile;
        this.deployBranch = deployBranch;
        this.scanEvery = scanEvery;
        this.reads = reads;
        this.comparison = new PackageComparison(cache);
        this.clock = clock;
        this.around = new WatchedFiles(List.of(directory, listFile));
    }

    @Override
    public EnvironmentReading refresh() {
        Instant now = clock.instant();
        try {
            boolean isNew = lookAround();
            boolean isDue = isNew || isScanDue(now);
            Set<PackageName> moved = changed();
            Set<PackageName> due = isDue ? new LinkedHashSet<>(names) : moved;
            EnvironmentReading before = known;
            if (due.isEmpty() && before != null) {
                return before.readAgainAt(now);
            }
            // What no stat tells (a branch that takes a tag's name, objects that came) is seen with the next scan.
            read(due, isDue ? due : moved);
            if (isDue) {
                scanned = now;
            }
            comparison.keep();
            EnvironmentReading reading = reading(now);
            known = reading;
            return reading;
        } catch (IOException e) {
            known = null;
            return EnvironmentReading.unreadable(directory.toString(), now, names, IoWords.of(e));
        }
    }

    @Override
    public EnvironmentReading rescan() {
        known = null;
        last.clear();
        return refresh();
    }

    @Override
    public void close() {
        readers.values().forEach(CloneReader::close);
        readers.clear();
        last.clear();
        known = null;
    }

    private boolean isScanDue(Instant now) {
        return known == null || Duration.between(scanned, now).compareTo(scanEvery) >= 0;
    }

    /** Rereads the list and the directory when either changed; true when it did. */
    private boolean lookAround() throws IOException {
        boolean isChanged = around.look();
        if (!isChanged && known != null) {
            return false;
        }
        list = list();
        Set<PackageName> all = new LinkedHashSet<>();
        list.found().ifPresent(each -> all.addAll(each.pins().keySet()));
        all.addAll(new ClonePlaces(directory).names());
        names = List.copyOf(all);
        readers.forEach((name, reader) -> {
            if (!all.contains(name)) {
                reader.close();
            }
        });
        readers.keySet().retainAll(all);
        last.keySet().retainAll(all);
        return true;
    }

    private Known<BaseList> list() {
        try {
            return Known.of(BaseList.read(listFile));
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        }
    }

    private Set<PackageName> changed() {
        Set<PackageName> due = new LinkedHashSet<>();
        for (PackageName name : names) {
            CloneRead read = last.get(name);
            if (read == null || isChanged(read)) {
                due.add(name);
            }
        }
        return due;
    }

    private static boolean isChanged(CloneRead read) {
        try {
            return read.watched().look();
        } catch (IOException e) {
            // Reading it will say what is wrong.
            return true;
        }
    }

    private void read(Set<PackageName> due, Set<PackageName> moved) {
        due.forEach(name -> readers.computeIfAbsent(
                name, each -> new CloneReader(each, directory.resolve(each.text()), deployBranch, comparison, clock)));
        // The map is not touched by the reading threads: one that is late may still be at work at the next look.
        Map<PackageName, CloneReader> asked = Map.copyOf(readers);
        Known<BaseList> pins = list;
        Map<PackageName, Known<CloneRead>> results = reads.all(due, name -> {
            Known<Optional<ListedPin>> listed = pins.map(each -> each.pin(name));
            return java.util.Objects.requireNonNull(asked.get(name)).read(listed, !moved.contains(name));
        });
        results.forEach((name, result) -> {
            switch (result) {
                case Known.Value<CloneRead>(CloneRead read) -> last.put(name, read);
                case Known.Unknown<CloneRead>(String reason) -> {
                    last.remove(name);
                    unread.put(name, reason);
                }
            }
        });
    }

    private EnvironmentReading reading(Instant now) {
        Map<PackageName, PackageReading> packages = new LinkedHashMap<>();
        for (PackageName name : names) {
            CloneRead read = last.get(name);
            packages.put(
                    name,
                    read != null
                            ? read.reading()
                            : PackageReading.unknown(name, unread.getOrDefault(name, words.text("clone.unread"))));
        }
        List<String> problems = new ArrayList<>();
        if (list instanceof Known.Unknown<BaseList>(String reason)) {
            problems.add(reason);
        }
        BaseState base =
                switch (list) {
                    case Known.Value<BaseList> value -> new BaseState.WatchOnly();
                    case Known.Unknown<BaseList>(String reason) -> new BaseState.Unknown(Optional.empty(), reason);
                };
        return new EnvironmentReading(
                directory.toString(),
                now,
                new SwitchState.WatchOnly(),
                base,
                Known.unknown(words.text("clones.no-rollback")),
                names.isEmpty() ? Known.unknown(words.text("clones.none")) : Known.of(scanned),
                list.found().flatMap(BaseList::reviewed),
                list.found().flatMap(BaseList::cycle),
                List.copyOf(packages.values()),
                problems);
    }
}
