package org.obsenv.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.obsenv.domain.Known;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the kept texts of the base list. */
@Command(name = "history", sortOptions = false)
final class BaseHistoryCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;
    private final Words words = Texts.words();

    @Option(names = "--json")
    boolean json;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    BaseHistoryCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = sources.site(site.file())) {
            return switch (opened.lists().orElseThrow().versions()) {
                case Known.Unknown<List<Known<ListVersion>>>(String reason) -> new BaseLists(screen).unknown(reason);
                case Known.Value<List<Known<ListVersion>>>(List<Known<ListVersion>> all) -> tell(all, opened);
            };
        }
    }

    private int tell(List<Known<ListVersion>> all, Opened opened) {
        if (json) {
            screen.out()
                    .print(Json.write(Map.of(
                            "versions",
                            all.stream()
                                    .flatMap(each -> each.found().stream())
                                    .map(BaseHistoryCommand::fields)
                                    .toList())));
        } else if (all.isEmpty()) {
            screen.out().println(words.text("base.none-kept"));
        } else {
            all.forEach(each -> print(each, opened));
        }
        return all.stream().allMatch(each -> each.found().isPresent()) ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
    }

    private void print(Known<ListVersion> known, Opened opened) {
        BaseLists lists = new BaseLists(screen);
        switch (known) {
            case Known.Unknown<ListVersion>(String reason) ->
                screen.line(Screen.Style.BAD, words.text("base.version.spoilt", "reason", screen.foreign(reason)));
            case Known.Value<ListVersion>(ListVersion version) ->
                screen.out()
                        .println(words.text(
                                "base.version",
                                "number",
                                version.number(),
                                "time",
                                ClockTimes.of(version.at(), opened.zone()),
                                "who",
                                lists.who(version),
                                "cycle",
                                lists.cycle(version.cycle()),
                                "reason",
                                version.reason()
                                        .map(each -> words.text("base.version.reason", "reason", screen.foreign(each)))
                                        .orElse("")));
        }
    }

    private static Map<String, Object> fields(ListVersion version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", version.number());
        fields.put("sha256", version.sha256());
        fields.put("at", version.at().toString());
        fields.put("by", version.who());
        fields.put("by-hand", version.how() == ListVersion.How.BY_HAND);
        fields.put("reason", version.reason());
        fields.put("cycle", version.cycle());
        return fields;
    }
}
