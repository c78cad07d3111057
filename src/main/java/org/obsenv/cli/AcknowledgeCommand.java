package org.obsenv.cli;

import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says that an alarm was seen; the note is asked for by the verb itself. */
@Command(sortOptions = false)
final class AcknowledgeCommand extends VerbCommand {
    @Parameters(paramLabel = "ALARM")
    String alarm = "";

    AcknowledgeCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.ACKNOWLEDGE, sources, screen, waiting);
    }

    @Override
    Known<Aim> aim(Opened opened) {
        return switch (opened.alarms().orElseThrow().read()) {
            case Known.Unknown<Alarms>(String reason) -> Known.unknown(reason);
            case Known.Value<Alarms>(Alarms alarms) ->
                alarms.find(alarm)
                        .<Known<Aim>>map((Alarm each) -> Known.of(new Aim.Acknowledge(each.id(), each.raised())))
                        .orElseGet(() -> Known.unknown(words.text("acknowledge.none", "alarm", screen.foreign(alarm))));
        };
    }

    /** Not asked: nothing that runs is changed by it. */
    @Override
    boolean isDone(EnvironmentReading look) {
        return false;
    }
}
