package org.obsenv.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.basing.ImportedList;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.domain.basing.PinChange;
import org.obsenv.protocol.Deployed;
import org.obsenv.protocol.ListChange;
import org.obsenv.protocol.PinEdit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets base from versions that are named, from a cycle build, or from what runs. */
@Command(name = "set", sortOptions = false)
final class BaseSetCommand extends BaseDeedCommand {
    private static final String ALL = "all";

    @Parameters(
            paramLabel = "PACKAGE=REVISION",
            descriptionKey = "revision",
            arity = "0..*",
            converter = Revisions.class)
    List<Deployed> asked = List.of();

    @Option(names = "--cycle", paramLabel = "FILE")
    @Nullable
    String cycle;

    @Option(names = "--running", paramLabel = "PACKAGE")
    List<String> running = List.of();

    @Option(names = "--keep", paramLabel = "PACKAGE")
    List<String> kept = List.of();

    @Option(names = "--preview")
    boolean preview;

    BaseSetCommand(Sources sources, Screen screen, Waiting waiting) {
        super(sources, screen, waiting);
    }

    @Override
    boolean isOnlyShown() {
        return preview;
    }

    /** What was asked for a package, and what that stands for. */
    private record Wish(String asked, Pin found) {}

    @Override
    Known<ListChange> change(ListSight list, Opened opened) {
        EnvironmentReading look = opened.reader().refresh();
        Map<PackageName, PackageReading> packages = new LinkedHashMap<>();
        look.packages().forEach(each -> packages.put(each.name(), each));
        Optional<String> unknown = unknownName(packages);
        if (unknown.isPresent()) {
            return Known.unknown(words.text("base.not-known", "name", screen.foreign(unknown.get())));
        }
        Map<PackageName, Wish> wishes = new LinkedHashMap<>();
        Optional<String> named = Optional.empty();
        if (cycle != null) {
            Known<ImportedList> read = opened.lists().orElseThrow().imported(cycle);
            if (read instanceof Known.Unknown<ImportedList>(String reason)) {
                return Known.unknown(reason);
            }
            ImportedList imported = read.found().orElseThrow();
            named = imported.cycle();
            imported.versions().forEach((name, value) -> {
                if (packages.containsKey(name)) {
                    wishes.put(
                            name,
                            new Wish(value, opened.revisions().orElseThrow().version(name, value)));
                }
            });
        }
        for (PackageReading each : packages.values()) {
            if (running.contains(ALL) || running.contains(each.name().text())) {
                if (each.running().found().isEmpty()) {
                    return Known.unknown(words.text("base.unreadable-version", "name", each.name()));
                }
                String commit = each.running().found().get().hex();
                wishes.put(
                        each.name(),
                        new Wish(commit, opened.revisions().orElseThrow().revision(each.name(), commit)));
            }
        }
        kept.forEach(each -> wishes.remove(new PackageName(each)));
        for (Deployed each : asked) {
            wishes.put(
                    each.name(),
                    new Wish(each.revision(), opened.revisions().orElseThrow().revision(each.name(), each.revision())));
        }
        return told(wishes, packages, named.filter(each -> !list.cycle().equals(Optional.of(each))));
    }

    private Optional<String> unknownName(Map<PackageName, PackageReading> packages) {
        List<String> names = new ArrayList<>(kept);
        running.stream().filter(each -> !each.equals(ALL)).forEach(names::add);
        asked.forEach(each -> names.add(each.name().text()));
        return names.stream()
                .filter(each -> !PackageName.isValid(each) || !packages.containsKey(new PackageName(each)))
                .findFirst();
    }

    private Known<ListChange> told(
            Map<PackageName, Wish> wishes, Map<PackageName, PackageReading> packages, Optional<String> named) {
        List<PinEdit> edits = new ArrayList<>();
        int stuck = 0;
        for (Map.Entry<PackageName, Wish> each : wishes.entrySet()) {
            @Nullable PackageReading reading = packages.get(each.getKey());
            Pin was = reading == null ? new Pin.Absent() : reading.pin();
            switch (PinChange.of(
                    each.getKey(), was, each.getValue().asked(), each.getValue().found())) {
                case PinChange.Same same -> {}
                case PinChange.Other other -> edits.add(tell(other));
                case PinChange.Stuck problem -> {
                    stuck++;
                    screen.line(
                            Screen.Style.BAD,
                            words.text(
                                    "base.stuck",
                                    "name",
                                    problem.name(),
                                    "asked",
                                    screen.foreign(problem.asked()),
                                    "problem",
                                    screen.foreign(problem.problem())));
                }
            }
        }
        if (stuck > 0) {
            return Known.unknown(words.text("base.stuck.all", "n", stuck));
        }
        if (edits.isEmpty()) {
            screen.out().println(words.text("base.nothing"));
        }
        return Known.of(new ListChange.Edits(edits, named));
    }

    private PinEdit tell(PinChange.Other other) {
        boolean isBranch = other.to().kind() == Pin.Kind.BRANCH;
        screen.line(
                isBranch ? Screen.Style.WARNING : Screen.Style.STRONG,
                words.text(
                        "base.change",
                        "name",
                        other.name(),
                        "from",
                        PinChange.commit(other.was())
                                .map(CommitId::abbreviated)
                                .orElseGet(() -> words.text("base.pin.none")),
                        "to",
                        screen.foreign(other.to().name()),
                        "commit",
                        other.to().commit().abbreviated(),
                        "brings",
                        isBranch ? words.text("base.change.branch") : ""));
        String revision = other.to().kind() == Pin.Kind.COMMIT
                ? other.to().commit().hex()
                : other.to().name();
        return new PinEdit.To(other.name(), revision, Optional.of(other.to().commit()));
    }
}
