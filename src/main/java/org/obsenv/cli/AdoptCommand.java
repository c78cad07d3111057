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
final class AdoptCommand extends VerbCommand {
    @Option(names = "--plan", paramLabel = "PLAN")
    @Nullable
    String plan;

    AdoptCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.ADOPT, sources, screen, waiting);
    }

    @Override
    Known<Aim> aim(Opened opened) {
        return Known.of(new Aim.Planned(Optional.ofNullable(plan), List.of()));
    }

    /** Not asked: what runs is the same before and after. */
    @Override
    boolean isDone(EnvironmentReading look) {
        return false;
    }
}
