package org.obsenv.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(sortOptions = false)
final class PruneCommand extends VerbCommand {
    @Option(names = "--plan", paramLabel = "PLAN")
    @Nullable
    String plan;

    @Option(names = "--old-clone", paramLabel = "NAME")
    List<String> oldClones = List.of();

    PruneCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.PRUNE, sources, screen, waiting);
    }

    @Override
    Known<Aim> aim(Opened opened) {
        return Known.of(new Aim.Planned(Optional.ofNullable(plan), oldClones));
    }

    /** Not asked: nothing that runs is changed by it. */
    @Override
    boolean isDone(EnvironmentReading look) {
        return false;
    }
}
