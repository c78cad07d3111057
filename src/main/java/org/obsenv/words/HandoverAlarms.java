package org.obsenv.words;

import java.util.List;
import org.obsenv.domain.Known;
import org.obsenv.domain.handover.Handover;
import org.obsenv.domain.trace.Acknowledgement;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;

/** The alarms that wait for somebody, and those that somebody answered in the night. Pure. */
final class HandoverAlarms {
    private final Words words;
    private final HandoverTimes times;
    private final HandoverActs acts;
    private final AlarmTexts texts = new AlarmTexts();

    HandoverAlarms(Words words, HandoverTimes times, HandoverActs acts) {
        this.words = words;
        this.times = times;
        this.acts = acts;
    }

    HandoverSection section(Handover handover) {
        String title = words.text("alarms");
        return switch (handover.alarms()) {
            case Known.Unknown<Alarms>(String reason) ->
                new HandoverSection(
                        title,
                        List.of(words.text("unknown", "reason", Visible.line(reason))),
                        HandoverSection.Tone.UNKNOWN);
            case Known.Value<Alarms>(Alarms alarms) -> of(title, alarms, handover);
        };
    }

    private HandoverSection of(String title, Alarms alarms, Handover handover) {
        List<String> lines = alarms.all().stream()
                .filter(each -> each.isOpen() || wasAnswered(each, handover))
                .map(this::line)
                .toList();
        if (lines.isEmpty()) {
            return new HandoverSection(title, List.of(words.text("none")), HandoverSection.Tone.EMPTY);
        }
        return new HandoverSection(
                title, lines, alarms.open().isEmpty() ? HandoverSection.Tone.PLAIN : HandoverSection.Tone.ATTENTION);
    }

    private static boolean wasAnswered(Alarm each, Handover handover) {
        return each.acknowledged()
                .filter(answer -> handover.night().contains(answer.at()))
                .isPresent();
    }

    private String line(Alarm alarm) {
        String line =
                words.text("alarms.line", "what", texts.line(alarm.cause()), "since", times.moment(alarm.raised()));
        if (alarm.cleared().isPresent()) {
            line = words.text(
                    "alarms.cleared",
                    "line",
                    line,
                    "time",
                    times.moment(alarm.cleared().get()));
        }
        if (alarm.acknowledged().isEmpty()) {
            return line;
        }
        Acknowledgement answer = alarm.acknowledged().get();
        return words.text(
                "alarms.answered",
                "line",
                line,
                "by",
                acts.who(answer.by(), answer.initials()),
                "note",
                Visible.line(answer.note()));
    }
}
