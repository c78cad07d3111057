package org.obsenv.words;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.handover.Handover;
import org.obsenv.domain.handover.Net;

/** What a night changed from its start to its end. Pure. */
final class HandoverNet {
    private final Words words;
    private final HandoverTimes times;

    HandoverNet(Words words, HandoverTimes times) {
        this.words = words;
        this.times = times;
    }

    HandoverSection section(Handover handover) {
        String title = words.text("net", "time", times.moment(handover.night().start()));
        return switch (handover.net()) {
            case Net.Known(List<PackageMove> moves)
            when moves.isEmpty() ->
                new HandoverSection(title, List.of(words.text("net.same")), HandoverSection.Tone.PLAIN);
            case Net.Known(List<PackageMove> moves) ->
                new HandoverSection(
                        title,
                        moves.stream()
                                .map(each -> move(each, handover.brought()))
                                .toList(),
                        HandoverSection.Tone.PLAIN);
            case Net.Unreadable(String reason) -> unknown(title, words.text("unknown", "reason", Visible.line(reason)));
            case Net.Doubtful(var doubt) ->
                unknown(
                        title,
                        switch (doubt) {
                            case GAPS -> words.text("net.gaps");
                            case DOES_NOT_FIT -> words.text("net.does-not-fit");
                            case NONE -> words.text("net.no-start");
                        });
            case Net.Gone(var id) -> unknown(title, words.text("net.gone", "n", id.number()));
        };
    }

    private static HandoverSection unknown(String title, String line) {
        return new HandoverSection(title, List.of(line), HandoverSection.Tone.UNKNOWN);
    }

    private String move(PackageMove move, SortedMap<PackageName, Known<CommitRange>> brought) {
        String name = move.name().text();
        String from = move.from().map(CommitId::abbreviated).orElse("");
        String to = move.to().map(CommitId::abbreviated).orElse("");
        if (from.isEmpty() || to.isEmpty()) {
            return words.text(from.isEmpty() ? "net.came" : "net.went", "name", name, "from", from, "to", to);
        }
        String commits = Optional.ofNullable(brought.get(move.name()))
                .map(this::commits)
                .orElseGet(() -> words.text("drift.unknown"));
        return words.text("net.move", "name", name, "from", from, "to", to, "commits", commits);
    }

    private String commits(Known<CommitRange> known) {
        return switch (known) {
            case Known.Unknown<CommitRange>(String reason) ->
                words.text("net.commits.unknown", "reason", Visible.line(reason));
            case Known.Value<CommitRange>(CommitRange range) -> {
                String gained = side(range.gained(), true);
                String lost = side(range.lost(), false);
                String both =
                        gained.isEmpty() || lost.isEmpty() ? gained + lost : gained + words.text("net.and") + lost;
                String said = both.isEmpty() ? words.text("net.commits.same") : both;
                yield range.cut() > 0 ? words.text("net.commits.more") + said : said;
            }
        };
    }

    private String side(List<CommitSummary> commits, boolean isGained) {
        if (commits.isEmpty()) {
            return "";
        }
        String by = commits.stream()
                .map(CommitSummary::author)
                .distinct()
                .map(Visible::line)
                .collect(Collectors.joining(words.text("comma")));
        return isGained
                ? words.count("net.commits.gained", commits.size(), "by", by)
                : words.count("net.commits.lost", commits.size(), "by", by);
    }
}
