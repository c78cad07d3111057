package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListedPin;
import org.obsenv.cycle.CycleBuild;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Review;
import org.obsenv.domain.basing.BaseListReader;
import org.obsenv.domain.basing.ImportedList;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.domain.basing.PinText;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.ListVersionFiles;
import org.obsenv.layout.ReviewDocument;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/** Reads the base list of a site, its kept texts, and lists that a person points at. */
public final class LayoutBaseListReader implements BaseListReader {
    private final LayoutPaths paths;
    private final Path file;
    private final List<PackageName> packages;
    private final ListVersionFiles versions;

    /** @param packages those of the site: of other lists only these are taken */
    public LayoutBaseListReader(LayoutPaths paths, Path file, List<PackageName> packages) {
        this.paths = paths;
        this.file = file;
        this.packages = List.copyOf(packages);
        this.versions = new ListVersionFiles(paths);
    }

    private interface Look<T> {
        T take() throws IOException, YamlProblem;
    }

    private static <T> Known<T> known(Look<T> look) {
        try {
            return Known.of(look.take());
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }

    @Override
    public Known<ListSight> list() {
        return known(() -> {
            BaseList list = BaseList.read(file);
            Optional<Review> recorded = ReviewDocument.read(paths.review())
                    .filter(each -> each.list().equals(list.sha256()))
                    .map(ReviewDocument::review);
            Optional<Review> reviewed =
                    Stream.concat(recorded.stream(), list.reviewed().stream()).max(Comparator.comparing(Review::at));
            return sight(list, reviewed, since(list));
        });
    }

    private ListVersion since(BaseList list) throws IOException {
        Optional<ListVersion> newest = versions.newest();
        if (newest.isPresent() && newest.get().sha256().equals(list.sha256())) {
            return newest.get();
        }
        PosixFileAttributes attributes =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new ListVersion(
                0,
                list.sha256(),
                attributes.lastModifiedTime().toInstant(),
                attributes.owner().getName(),
                Optional.empty(),
                ListVersion.How.BY_HAND,
                Optional.empty(),
                list.cycle());
    }

    private static ListSight sight(BaseList list, Optional<Review> reviewed, ListVersion since) {
        SortedMap<PackageName, PinText> pins = new TreeMap<>();
        list.pins().forEach((name, pin) -> pins.put(name, text(pin)));
        return new ListSight(list.file(), list.sha256(), pins, list.cycle(), reviewed, since);
    }

    private static PinText text(ListedPin pin) {
        return switch (pin) {
            case ListedPin.Named(String name, int line) -> new PinText.Named(name);
            case ListedPin.Keep(String commit, int line) -> new PinText.Keep(commit);
        };
    }

    @Override
    public Known<List<Known<ListVersion>>> versions() {
        return known(() -> {
            List<Known<ListVersion>> all = new ArrayList<>();
            for (int number : versions.numbers().reversed()) {
                all.add(known(() -> versions.version(number)));
            }
            return all;
        });
    }

    @Override
    public Known<ListSight> version(int number) {
        return known(() -> {
            ListVersion version = versions.version(number);
            BaseList list = BaseList.parse(paths.list(number).toString(), versions.text(version));
            return sight(list, list.reviewed(), version);
        });
    }

    @Override
    public Known<ImportedList> imported(String place) {
        return known(() -> {
            Path path;
            try {
                path = Path.of(place);
            } catch (InvalidPathException e) {
                throw new YamlProblem(place, 0, "", "is no file name");
            }
            String name = String.valueOf(path.getFileName());
            boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
            return isYaml ? ofList(name, BaseList.read(path)) : ofCycle(name, CycleBuild.read(path));
        });
    }

    private ImportedList ofList(String name, BaseList list) {
        Map<PackageName, String> found = new HashMap<>();
        for (PackageName each : packages) {
            list.pin(each)
                    .ifPresent(pin -> found.put(
                            each,
                            switch (pin) {
                                case ListedPin.Named(String named, int line) -> named;
                                case ListedPin.Keep(String commit, int line) -> commit;
                            }));
        }
        return new ImportedList(name, list.cycle(), found);
    }

    private ImportedList ofCycle(String name, CycleBuild build) {
        Map<PackageName, String> found = new HashMap<>();
        for (PackageName each : packages) {
            build.version(each).ifPresent(value -> found.put(each, value));
        }
        return new ImportedList(name, build.cycle(), found);
    }
}
