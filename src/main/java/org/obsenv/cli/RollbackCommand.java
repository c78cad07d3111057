package org.obsenv.cli;

import java.time.Instant;
import java.util.Map;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Verdict;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;
import picocli.CommandLine.Command;

@Command(sortOptions = false)
final class RollbackCommand extends VerbCommand {
    RollbackCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.ROLLBACK, sources, screen, waiting);
    }

    @Override
    boolean isDone(EnvironmentReading look) {
        return Verdict.isHeldAtBase(look);
    }

    @Override
    int code(EnvironmentReading look) {
        return ExitCodes.of(Verdict.of(look));
    }

    @Override
    void tellNext(Opened opened, Instant at) {
        String time = ClockTimes.clock(at);
        opened.afterRollback().forEach(text -> screen.out()
                .println(words.text("verb.now", "text", Words.fill(text, Map.of("time", time)))));
    }
}
