package org.obsenv.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class SwitchCommand extends VerbCommand {
    @Parameters(paramLabel = "GENERATION", converter = Generations.class)
    @Nullable
    GenerationId generation;

    @Mixin
    UntilOption until = new UntilOption();

    SwitchCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.SWITCH, sources, screen, waiting);
    }

    @Override
    Known<Aim> aim(Opened opened) {
        return Known.of(new Aim.Generation(Objects.requireNonNull(generation), until.given()));
    }

    @Override
    boolean isDone(EnvironmentReading look) {
        return look.current() instanceof SwitchState.Held held
                && held.generation().equals(generation);
    }
}
