package org.obsenv.cli;

import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;

@Command(sortOptions = false)
final class ResumeCommand extends VerbCommand {
    ResumeCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.RESUME, sources, screen, waiting);
    }

    @Override
    boolean isDone(EnvironmentReading look) {
        return look.current() instanceof SwitchState.Following;
    }
}
