package org.obsenv.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.domain.basing.PinChange;
import org.obsenv.domain.basing.ReviewDue;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the base list with what each pin stands for. */
@Command(name = "show", sortOptions = false)
final class BaseShowCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;
    private final InstantSource clock;
    private final Words words = Texts.words();

    @Option(names = "--json")
    boolean json;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    BaseShowCommand(Sources sources, Screen screen, InstantSource clock) {
        this.sources = sources;
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = sources.site(site.file())) {
            return switch (BaseLists.read(opened, Optional.empty())) {
                case Known.Unknown<ListSight>(String reason) -> new BaseLists(screen).unknown(reason);
                case Known.Value<ListSight>(ListSight list) -> show(list, opened);
            };
        }
    }

    private int show(ListSight list, Opened opened) {
        List<PackageReading> packages = opened.reader().refresh().packages();
        if (json) {
            screen.out().print(Json.write(fields(list, packages)));
        } else {
            print(list, packages, opened);
        }
        return packages.stream().allMatch(each -> PinChange.commit(each.pin()).isPresent())
                ? ExitCodes.AT_BASE
                : ExitCodes.UNKNOWN;
    }

    private void print(ListSight list, List<PackageReading> packages, Opened opened) {
        Instant now = clock.instant();
        BaseLists lists = new BaseLists(screen);
        screen.line(
                Screen.Style.STRONG,
                words.text("base.list", "file", screen.foreign(list.file()), "cycle", lists.cycle(list.cycle())));
        screen.out()
                .println(words.text(
                        "base.since",
                        "time",
                        ClockTimes.of(list.since().at(), opened.zone()),
                        "by",
                        lists.who(list.since())));
        ReviewDue due = ReviewDue.of(list.reviewed(), now);
        String key =
                switch (due) {
                    case ReviewDue.Never never -> "base.review.never";
                    case ReviewDue.Due over -> "base.review.due";
                    case ReviewDue.Held held -> "base.review.held";
                };
        String time = list.reviewed()
                .map(each -> ClockTimes.of(each.at(), opened.zone()))
                .orElse("");
        String by = list.reviewed().map(each -> screen.foreign(each.by())).orElse("");
        screen.line(
                due instanceof ReviewDue.Held ? Screen.Style.PLAIN : Screen.Style.WARNING,
                words.text(key, "time", time, "by", by));
        for (PackageReading each : packages) {
            String notes = notes(each);
            screen.line(
                    notes.isEmpty() ? Screen.Style.PLAIN : Screen.Style.WARNING,
                    words.text(
                            "base.pin",
                            "name",
                            each.name(),
                            "pin",
                            lists.pin(Optional.ofNullable(list.pins().get(each.name()))),
                            "commit",
                            commit(each.pin(), now),
                            "notes",
                            notes));
        }
    }

    private String commit(Pin pin, Instant now) {
        return switch (pin) {
            case Pin.Resolved(var name, var kind, CommitId commit, Instant at) -> commit(commit, at, now);
            case Pin.Kept(CommitId commit, Instant at) -> commit(commit, at, now);
            case Pin.Unresolved none -> "";
            case Pin.Absent none -> "";
            case Pin.Unknown none -> "";
        };
    }

    private String commit(CommitId commit, Instant at, Instant now) {
        return words.text(
                "base.pin.commit",
                "commit",
                commit.abbreviated(),
                "age",
                Math.max(0, Duration.between(at, now).toDays()));
    }

    private String notes(PackageReading each) {
        List<String> notes = new ArrayList<>();
        each.flags().forEach(flag -> note(flag).ifPresent(notes::add));
        switch (each.pin()) {
            case Pin.Unresolved(var name, String problem) -> notes.add(screen.foreign(problem));
            case Pin.Unknown(String reason) -> notes.add(screen.foreign(reason));
            case Pin.Resolved ok -> {}
            case Pin.Kept ok -> {}
            case Pin.Absent none -> {}
        }
        return notes.isEmpty() ? "" : "  " + String.join("; ", notes);
    }

    private Optional<String> note(Flag flag) {
        if (flag == Flag.PIN_IS_BRANCH) {
            return Optional.of(words.text("base.flag.branch"));
        }
        if (flag == Flag.PIN_NOT_ON_DEPLOY) {
            return Optional.of(words.text("base.flag.off"));
        }
        if (flag == Flag.PIN_MISSING) {
            return Optional.of(words.text("base.flag.missing"));
        }
        return flag == Flag.BASE_NOT_BUILT ? Optional.of(words.text("base.flag.unbuilt")) : Optional.empty();
    }

    private Map<String, Object> fields(ListSight list, List<PackageReading> packages) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", list.file());
        fields.put("sha256", list.sha256());
        fields.put("cycle", list.cycle());
        fields.put("since", list.since().at().toString());
        fields.put("by", list.since().who());
        fields.put("reviewed", list.reviewed().map(each -> each.at().toString()));
        fields.put("reviewed-by", list.reviewed().map(each -> each.by()));
        fields.put("due", !(ReviewDue.of(list.reviewed(), clock.instant()) instanceof ReviewDue.Held));
        List<Map<String, Object>> all = new ArrayList<>();
        for (PackageReading each : packages) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", each.name().text());
            one.put("pin", Optional.ofNullable(list.pins().get(each.name())).map(pin -> pin.written()));
            one.put("commit", PinChange.commit(each.pin()).map(CommitId::hex));
            one.put("flags", each.flags().stream().map(Flag::written).sorted().toList());
            all.add(one);
        }
        fields.put("packages", all);
        return fields;
    }
}
