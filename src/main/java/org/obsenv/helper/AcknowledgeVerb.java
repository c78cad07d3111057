package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.domain.trace.Acknowledgement;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.layout.AlarmsDocument;
import org.obsenv.layout.AlarmsDocument.Kept;
import org.obsenv.protocol.Aim;
import org.obsenv.words.AlarmTexts;
import org.obsenv.words.Endings;
import org.obsenv.yaml.YamlProblem;

/** Writes down that somebody has seen an alarm, and her note. Nothing that runs is touched. */
final class AcknowledgeVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        if (!(act.request().aim() instanceof Aim.Acknowledge(String id, Instant raised))) {
            throw new RefusedException(
                    Refusal.UNAIMED, Map.of("verb", act.request().verb().written()));
        }
        String note = act.request()
                .reason()
                .filter(each -> !each.isBlank())
                .orElseThrow(() -> new RefusedException(Refusal.NOTE_MISSING, Map.of()));
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), SwitchAct.PATIENCE)) {
            Kept before = read(act);
            Alarm alarm = before.alarms()
                    .find(id)
                    .filter(each -> each.raised().equals(raised))
                    .orElseThrow(() -> new RefusedException(Refusal.NO_ALARM, Map.of("alarm", id)));
            if (alarm.acknowledged().isPresent()) {
                Acknowledgement done = alarm.acknowledged().get();
                throw new RefusedException(
                        Refusal.ALARM_ACKNOWLEDGED,
                        Map.of("by", done.by(), "at", done.at().toString(), "note", done.note()));
            }
            Instant at = act.clock().instant();
            Alarms after = before.alarms()
                    .acknowledged(
                            alarm,
                            new Acknowledgement(
                                    at, act.caller().account(), act.request().initials(), note));
            Durable.replace(act.paths().alarms(), AlarmsDocument.write(before.with(after)));
            return new Outcome.Recorded("alarms", after.revision(), at, recorded(act, alarm));
        }
    }

    /** One that cannot be read is not written over: what it said would be lost. */
    private static Kept read(Act act) throws IOException, RefusedException {
        try {
            return AlarmsDocument.read(act.paths().alarms());
        } catch (NoSuchFileException e) {
            return Kept.NOTHING;
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.ALARMS_UNREADABLE, Map.of("problem", e.told()));
        }
    }

    private static List<String> recorded(Act act, Alarm alarm) {
        ActRecord record = new ActRecord(act, new JournalFile(act.paths().journal()));
        try {
            record.repair();
            record.end(Optional.empty(), new AlarmTexts().line(alarm.cause()), List.of(), "done", Optional.empty());
            return List.of();
        } catch (IOException e) {
            return List.of(new Endings().remark(Remark.RECORD_INCOMPLETE, Endings.Done.WRITTEN));
        }
    }
}
