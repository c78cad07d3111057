package org.obsenv.console.alarm;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.obsenv.console.support.Times;
import org.obsenv.domain.Known;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.words.AlarmTexts;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts the alarms into words. Pure. */
final class AlarmLooks {
    private static final int NAMED = 3;

    private final Words words;
    private final Times times;
    private final AlarmTexts texts = new AlarmTexts();

    AlarmLooks(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    AlarmLook of(Known<Alarms> known, Instant now) {
        return switch (known) {
            case Known.Unknown<Alarms>(String reason) ->
                new AlarmLook.Unknown(words.text("alarms.unknown", "reason", Visible.line(reason)));
            case Known.Value<Alarms>(Alarms alarms) ->
                alarms.open().isEmpty() ? new AlarmLook.None() : shown(alarms.open(), now);
        };
    }

    private AlarmLook shown(List<Alarm> open, Instant now) {
        String named = open.stream()
                .limit(NAMED)
                .map(each -> Visible.line(texts.line(each.cause())))
                .collect(Collectors.joining(words.text("alarms.and")));
        int more = open.size() - Math.min(open.size(), NAMED);
        String line = more > 0 ? words.text("alarms.more", "named", named, "n", more) : named;
        return new AlarmLook.Shown(
                line, open.stream().map(each -> detail(each, now)).toList());
    }

    private AlarmLook.Detail detail(Alarm each, Instant now) {
        String raised = words.text(
                "alarms.raised", "time", Times.since(each.raised(), now), "age", times.age(each.raised(), now));
        String since = each.cleared()
                .map(at -> raised + words.text("separator") + words.text("alarms.cleared", "age", times.age(at, now)))
                .orElse(raised);
        return new AlarmLook.Detail(
                each.id(),
                each.raised(),
                Visible.line(texts.line(each.cause())),
                since,
                texts.means(each.cause().kind()),
                texts.next(each.cause().kind()));
    }
}
