package org.obsenv.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.cycle.CycleBuild;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what each package's version in a cycle build stands for in that package's repository. Changes nothing. */
@Command(name = "resolve", sortOptions = false)
final class BaseResolveCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;
    private final Words words = Texts.words();

    @Option(names = "--cycle", paramLabel = "FILE", required = true)
    @Nullable
    Path cycle;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(names = "--clones", paramLabel = "DIR")
    @Nullable
    Path clones;

    @Option(names = "--json")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    BaseResolveCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    /**
     * @param value empty where the list does not name the package
     * @param pin what it stands for; empty where there is no value
     */
    private record Line(PackageName name, Optional<String> value, Optional<Pin> pin) {}

    @Override
    public Integer call() throws YamlProblem {
        CycleBuild build = CycleBuild.read(java.util.Objects.requireNonNull(cycle));
        Repositories repositories = repositories();
        List<Line> lines = new ArrayList<>();
        for (PackageName name : repositories.packages()) {
            Optional<String> value = build.version(name);
            lines.add(new Line(
                    name, value, value.map(each -> repositories.revisions().version(name, each))));
        }
        if (json) {
            screen.out()
                    .print(Json.write(Map.of(
                            "packages",
                            lines.stream().map(each -> fields(each, build)).toList())));
        } else {
            lines.forEach(each -> print(each, build));
        }
        return code(lines);
    }

    private Repositories repositories() throws YamlProblem {
        @Nullable Path directory = clones;
        if (directory == null) {
            return sources.repositories(site.file());
        }
        if (site.isGiven()) {
            throw usage(words.text("usage.not-together", "one", "--clones", "other", "--site"));
        }
        try {
            return sources.repositoriesIn(directory);
        } catch (IOException e) {
            throw usage(words.text("usage.no-directory", "directory", directory, "problem", IoWords.of(e)));
        }
    }

    private ParameterException usage(String told) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), told);
    }

    private static int code(List<Line> lines) {
        if (lines.stream().anyMatch(each -> each.pin().orElse(null) instanceof Pin.Unknown)) {
            return ExitCodes.UNKNOWN;
        }
        return lines.stream().allMatch(each -> each.pin().orElse(null) instanceof Pin.Resolved)
                ? ExitCodes.AT_BASE
                : ExitCodes.DIFFERS;
    }

    private Map<String, Object> fields(Line line, CycleBuild build) {
        Optional<Pin.Resolved> resolved =
                line.pin().filter(Pin.Resolved.class::isInstance).map(Pin.Resolved.class::cast);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", line.name().text());
        fields.put("value", line.value());
        fields.put("kind", resolved.map(each -> kind(each.kind())).orElse("none"));
        fields.put("tag", resolved.filter(each -> each.kind() == Pin.Kind.TAG).map(Pin.Resolved::name));
        fields.put("commit", resolved.map(Pin.Resolved::commit).map(CommitId::hex));
        fields.put("problem", problem(line, build));
        return fields;
    }

    private static String kind(Pin.Kind kind) {
        return switch (kind) {
            case TAG -> "tag";
            case COMMIT -> "commit";
            case BRANCH -> "branch";
        };
    }

    private Optional<String> problem(Line line, CycleBuild build) {
        return switch (line.pin().orElse(new Pin.Absent())) {
            case Pin.Resolved resolved -> Optional.empty();
            case Pin.Kept kept -> Optional.empty();
            case Pin.Unresolved(String name, String problem) -> Optional.of(problem);
            case Pin.Absent absent -> Optional.of(words.text("base.not-named", "file", build.file()));
            case Pin.Unknown(String reason) -> Optional.of(reason);
        };
    }

    private void print(Line line, CycleBuild build) {
        String name = screen.foreign(line.name().text());
        switch (line.pin().orElse(new Pin.Absent())) {
            case Pin.Resolved(String found, Pin.Kind kind, CommitId commit, var at) ->
                screen.line(
                        kind == Pin.Kind.BRANCH ? Screen.Style.WARNING : Screen.Style.PLAIN,
                        switch (kind) {
                            case TAG ->
                                words.text(
                                        "base.tag",
                                        "name",
                                        name,
                                        "tag",
                                        screen.foreign(found),
                                        "commit",
                                        commit.abbreviated());
                            case BRANCH ->
                                words.text(
                                        "base.branch",
                                        "name",
                                        name,
                                        "branch",
                                        screen.foreign(found),
                                        "commit",
                                        commit.abbreviated());
                            case COMMIT -> words.text("base.commit", "name", name, "commit", commit.abbreviated());
                        });
            default ->
                screen.line(
                        Screen.Style.BAD,
                        words.text(
                                "base.problem",
                                "name",
                                name,
                                "problem",
                                screen.foreign(problem(line, build).orElse(""))));
        }
    }
}
