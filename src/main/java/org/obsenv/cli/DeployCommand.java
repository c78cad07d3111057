package org.obsenv.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Deployed;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class DeployCommand extends VerbCommand {
    @Parameters(
            paramLabel = "PACKAGE=REVISION",
            descriptionKey = "revision",
            arity = "1..*",
            converter = Revisions.class)
    List<Deployed> asked = List.of();

    @Mixin
    UntilOption until = new UntilOption();

    @Option(names = "--preview")
    boolean preview;

    private List<Deployed> seen = List.of();

    DeployCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.DEPLOY, sources, screen, waiting);
    }

    /** Says first what would move. */
    @Override
    Known<Aim> aim(Opened opened) {
        Set<PackageName> names = new HashSet<>();
        for (Deployed each : asked) {
            if (!names.add(each.name())) {
                return Known.unknown(words.text("deploy.twice", "package", each.name()));
            }
        }
        if (!preview && given(reason).isEmpty()) {
            return Known.unknown(words.text("deploy.no-reason"));
        }
        EnvironmentReading look = opened.reader().refresh();
        Known<List<Deployed>> told =
                new DeployPreview(screen, opened.revisions().orElseThrow(), look).tell(asked);
        seen = told.found().orElse(List.of());
        screen.out().flush();
        return told.map(packages -> new Aim.Deploy(packages, until.given()));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isBlank());
    }

    @Override
    boolean isOnlyShown() {
        return preview;
    }

    /** Held, and every package whose commit was known before is at it. */
    @Override
    boolean isDone(EnvironmentReading look) {
        return look.current() instanceof SwitchState.Held
                && seen.stream()
                        .allMatch(each -> each.seen().isEmpty()
                                || runs(look, each.name(), each.seen().get()));
    }

    private static boolean runs(EnvironmentReading look, PackageName name, CommitId commit) {
        return look.packages().stream()
                .anyMatch(each ->
                        each.name().equals(name) && each.running().found().equals(Optional.of(commit)));
    }
}
