package org.obsenv.words;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscUnderTest;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.handover.Handover;
import org.obsenv.domain.timeline.Timeline;

/** The morning's handover in words, the same on the page, at the command line and in the text that is sent on. Pure. */
public final class HandoverWords {
    private static final DateTimeFormatter HERE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Words words = Words.of("handover");
    private final HandoverTimes times = new HandoverTimes();
    private final HandoverActs acts = new HandoverActs(words, times);
    private final HandoverNow now = new HandoverNow(words, times, acts);
    private final HandoverNet net = new HandoverNet(words, times);
    private final HandoverAlarms alarms = new HandoverAlarms(words, times, acts);
    private final HandoverOwing owing = new HandoverOwing(words);
    private final ZoneId zone;

    /** @param zone the site's */
    public HandoverWords(ZoneId zone) {
        this.zone = zone;
    }

    public String title(Handover handover) {
        return words.text(
                "title",
                "site",
                Visible.line(handover.now().site()),
                "day",
                times.day(handover.night().day()));
    }

    /** When it was put together, and by which clock its times are. */
    public String written(Handover handover) {
        return words.text(
                "written",
                "time",
                times.written(handover.at()),
                "here",
                HERE.format(handover.at().atZone(zone)) + " " + zone.getId());
    }

    /** All of it, in the order in which it is asked about; a part with nothing in it says so. */
    public List<HandoverSection> sections(Handover handover) {
        List<HandoverSection> all = new ArrayList<>();
        all.add(now.section(handover.now(), handover.at()));
        all.add(net.section(handover));
        all.add(acts(handover, "switched", "rollback", "switch", "resume", "deploy"));
        all.add(acts(handover, "gate", "refused", "let-pass"));
        all.add(acts(handover, "other", "sync", "set-base", "review-base", "setup", "adopt", "acknowledge", "prune"));
        all.add(alarms.section(handover));
        all.add(owing.section(handover));
        all.add(cscs(handover));
        all.add(listed(
                words.text("good"),
                handover,
                handover.marks().stream().map(acts::good).toList()));
        return all;
    }

    private HandoverSection acts(Handover handover, String title, String... verbs) {
        List<JournalEntry> done = handover.acts(verbs);
        return listed(words.text(title), handover, done.stream().map(acts::line).toList());
    }

    /** What the journal tells: nothing of it is "none" where the journal cannot be read or has gaps. */
    private HandoverSection listed(String title, Handover handover, List<String> lines) {
        if (handover.past() instanceof Known.Unknown<Timeline>(String reason)) {
            return new HandoverSection(
                    title,
                    List.of(words.text("unknown", "reason", Visible.line(reason))),
                    HandoverSection.Tone.UNKNOWN);
        }
        boolean isWhole =
                handover.past().found().filter(past -> past.facts().isWhole()).isPresent();
        if (!isWhole) {
            List<String> all = new ArrayList<>(lines);
            all.add(words.text("net.gaps"));
            return new HandoverSection(title, all, HandoverSection.Tone.UNKNOWN);
        }
        return lines.isEmpty()
                ? new HandoverSection(title, List.of(words.text("none")), HandoverSection.Tone.EMPTY)
                : new HandoverSection(title, lines, HandoverSection.Tone.PLAIN);
    }

    private HandoverSection cscs(Handover handover) {
        String title = words.text("cscs");
        return switch (handover.cscs()) {
            case Known.Unknown<CscList>(String reason) ->
                new HandoverSection(
                        title,
                        List.of(words.text("unknown", "reason", Visible.line(reason))),
                        HandoverSection.Tone.UNKNOWN);
            case Known.Value<CscList>(CscList list)
            when list.entries().isEmpty() ->
                new HandoverSection(title, List.of(words.text("none")), HandoverSection.Tone.EMPTY);
            case Known.Value<CscList>(CscList list) ->
                new HandoverSection(
                        title,
                        list.entries().stream().map(each -> csc(each, handover)).toList(),
                        HandoverSection.Tone.ATTENTION);
        };
    }

    private String csc(CscUnderTest each, Handover handover) {
        String line = words.text(
                "cscs.line",
                "name",
                Visible.line(each.name()),
                "version",
                Visible.line(each.version()),
                "since",
                times.moment(each.since()),
                "by",
                Visible.line(each.by()),
                "return",
                Visible.line(each.returnTo()));
        String key = each.isOverdue(handover.at()) ? "cscs.line.overdue" : "cscs.line.until";
        return each.until()
                .map(end -> words.text(key, "line", line, "time", times.moment(end)))
                .orElse(line);
    }

    /** One text to send on: headings and lists of CommonMark, foreign text as it is. */
    public String markdown(Handover handover) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(Markdown.escaped(title(handover))).append("\n\n");
        text.append(Markdown.escaped(written(handover))).append('\n');
        for (HandoverSection each : sections(handover)) {
            text.append("\n## ").append(Markdown.escaped(each.title())).append("\n\n");
            each.lines()
                    .forEach(line ->
                            text.append("- ").append(Markdown.escaped(line)).append('\n'));
        }
        return text.toString();
    }
}
