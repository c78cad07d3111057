package org.obsenv.console.csc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscUnderTest;
import org.obsenv.domain.Known;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts the CSCs under test into words. Pure. */
final class CscTexts {
    private final Words words;
    private final Times times;

    CscTexts(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    CscLook look(Known<CscList> known, Instant now) {
        return switch (known) {
            case Known.Unknown<CscList>(String reason) ->
                new CscLook.Unknown(words.text("csc.unknown", "reason", Visible.line(reason)));
            case Known.Value<CscList>(CscList list) ->
                list.entries().isEmpty() ? new CscLook.None() : shown(list.entries(), now);
        };
    }

    private CscLook shown(List<CscUnderTest> entries, Instant now) {
        String line = entries.stream().map(each -> brief(each, now)).collect(Collectors.joining(words.text("csc.and")));
        List<String> over = entries.stream()
                .filter(each -> each.isOverdue(now))
                .map(each -> Visible.line(each.name()))
                .toList();
        return new CscLook.Shown(
                line,
                over.isEmpty() ? "" : words.text("csc.overdue", "names", String.join(", ", over)),
                entries.stream().map(each -> detail(each, now)).toList());
    }

    private String brief(CscUnderTest each, Instant now) {
        return title(each)
                + each.until()
                        .filter(now::isBefore)
                        .map(end -> words.text("csc.until", "time", Times.end(end, now)))
                        .orElse("");
    }

    private String title(CscUnderTest each) {
        return words.text(
                "csc.brief",
                "name",
                Visible.line(each.name()),
                "version",
                Visible.line(each.version()),
                "return",
                Visible.line(each.returnTo()));
    }

    private CscLook.Detail detail(CscUnderTest each, Instant now) {
        List<String> parts = new ArrayList<>();
        parts.add(words.text(
                "csc.since",
                "time",
                Times.since(each.since(), now),
                "age",
                times.age(each.since(), now),
                "by",
                Visible.line(each.by())));
        each.until()
                .map(end -> now.isBefore(end)
                        ? words.text("hold.until", "time", Times.end(end, now))
                        : words.text("hold.overdue", "time", Times.end(end, now), "age", times.age(end, now)))
                .ifPresent(parts::add);
        return new CscLook.Detail(
                title(each),
                String.join(words.text("separator"), parts),
                each.isOverdue(now),
                each.steps()
                        .lines()
                        .map(Visible::line)
                        .filter(step -> !step.isBlank())
                        .toList());
    }
}
