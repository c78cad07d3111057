package org.obsenv.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.HostReader;
import org.obsenv.domain.HostSight;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Waits until this machine sees a generation. For a site's own check on any host; looks once a second at most. */
@Command(name = "wait-for", sortOptions = false)
final class WaitForCommand implements Callable<Integer> {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Sources sources;
    private final Screen screen;
    private final Waiting waiting;
    private final Words words = Texts.words();

    @Parameters(paramLabel = "GENERATION", converter = Generations.class)
    @Nullable
    GenerationId generation;

    @Option(names = "--timeout", paramLabel = "SPAN", converter = Timeouts.class, defaultValue = "60s")
    Duration timeout = Duration.ofSeconds(60);

    @Mixin
    SiteOption site = new SiteOption();

    @Option(names = "--path", paramLabel = "DIR")
    @Nullable
    Path path;

    @Option(names = "--json")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    WaitForCommand(Sources sources, Screen screen, Waiting waiting) {
        this.sources = sources;
        this.screen = screen;
        this.waiting = waiting;
    }

    @Override
    public Integer call() throws YamlProblem {
        if (path != null && site.isGiven()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    words.text("usage.not-together", "one", "--path", "other", "--site"));
        }
        HostReader host = path == null ? sources.host(site.file()) : sources.hostAt(path);
        GenerationId wanted = Objects.requireNonNull(generation);
        Instant began = waiting.clock().instant();
        HostSight sight = host.look();
        while (!sight.equals(new HostSight.Whole(wanted)) && mayWait(began)) {
            sight = host.look();
        }
        Duration waited = Duration.between(began, waiting.clock().instant());
        int code = code(sight, wanted);
        if (json) {
            screen.out().print(asJson(sight, wanted, waited));
        } else {
            screen.line(
                    code == ExitCodes.AT_BASE ? Screen.Style.GOOD : Screen.Style.WARNING, said(sight, wanted, waited));
        }
        return code;
    }

    /** Lets some time pass, not beyond the limit. */
    private boolean mayWait(Instant began) {
        Duration left = timeout.minus(Duration.between(began, waiting.clock().instant()));
        if (!left.isPositive()) {
            return false;
        }
        try {
            waiting.pause().of(left.compareTo(AGAIN) < 0 ? left : AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int code(HostSight sight, GenerationId wanted) {
        return switch (sight) {
            case HostSight.Whole(GenerationId seen) -> seen.equals(wanted) ? ExitCodes.AT_BASE : ExitCodes.DIFFERS;
            case HostSight.Partly partly -> ExitCodes.DIFFERS;
            case HostSight.Unknown unknown -> ExitCodes.UNKNOWN;
        };
    }

    private String said(HostSight sight, GenerationId wanted, Duration waited) {
        return switch (sight) {
            case HostSight.Whole(GenerationId seen) ->
                words.text(
                        seen.equals(wanted) ? "wait-for.seen" : "wait-for.other",
                        "n",
                        seen.number(),
                        "wanted",
                        wanted.number(),
                        "seconds",
                        waited.toSeconds());
            case HostSight.Partly(GenerationId seen, String problem) ->
                words.text(
                        "wait-for.partly",
                        "n",
                        seen.number(),
                        "problem",
                        screen.foreign(problem),
                        "seconds",
                        waited.toSeconds());
            case HostSight.Unknown(String reason) ->
                words.text("wait-for.unknown", "reason", screen.foreign(reason), "seconds", waited.toSeconds());
        };
    }

    private static String asJson(HostSight sight, GenerationId wanted, Duration waited) {
        Optional<GenerationId> seen =
                switch (sight) {
                    case HostSight.Whole(GenerationId id) -> Optional.of(id);
                    case HostSight.Partly(GenerationId id, String problem) -> Optional.of(id);
                    case HostSight.Unknown unknown -> Optional.empty();
                };
        Optional<String> problem =
                switch (sight) {
                    case HostSight.Whole whole -> Optional.empty();
                    case HostSight.Partly(GenerationId id, String what) -> Optional.of(what);
                    case HostSight.Unknown(String reason) -> Optional.of(reason);
                };
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("wanted", wanted.written());
        top.put("seen", seen.map(GenerationId::written));
        top.put("isSeen", sight.equals(new HostSight.Whole(wanted)));
        top.put("waitedSeconds", waited.toSeconds());
        top.put("problem", problem);
        return Json.write(top);
    }
}
