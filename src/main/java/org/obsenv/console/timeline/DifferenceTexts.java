package org.obsenv.console.timeline;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.timeline.GenerationFacts;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts the difference between two generations into words. Pure. */
final class DifferenceTexts {
    private final Words words;

    DifferenceTexts(Words words) {
        this.words = words;
    }

    Difference of(Timeline timeline, Compared compared) {
        if (compared.then().isEmpty() || compared.now().isEmpty()) {
            return new Difference("", "", List.of(), words.text("difference.unknown"));
        }
        GenerationId then = compared.then().get();
        GenerationId now = compared.now().get();
        String range = words.text(
                compared.isNow() ? "difference.range.now" : "difference.range",
                "then",
                then.number(),
                "since",
                compared.since(),
                "now",
                now.number());
        return switch (timeline.between(then, now)) {
            case Known.Unknown<List<PackageMove>>(String which) ->
                new Difference(range, "", List.of(), words.text("difference.gone", "n", which));
            case Known.Value<List<PackageMove>>(List<PackageMove> moves) -> {
                Optional<GenerationFacts> left = timeline.facts().generation(then);
                Optional<GenerationFacts> right = timeline.facts().generation(now);
                List<DifferenceRow> rows = moves.stream()
                        .map(move -> new DifferenceRow(
                                move.name(),
                                commit(move.name(), move.from(), left),
                                commit(move.name(), move.to(), right),
                                "",
                                ""))
                        .toList();
                int same = right.map(each -> each.packages().size()).orElse(0)
                        - (int) moves.stream()
                                .filter(each -> each.to().isPresent())
                                .count();
                yield new Difference(
                        range,
                        words.count("difference.packages", moves.size()),
                        rows,
                        moves.isEmpty() ? words.text("difference.none") : words.count("difference.same", same));
            }
        };
    }

    private String commit(PackageName name, Optional<CommitId> commit, Optional<GenerationFacts> facts) {
        if (commit.isEmpty()) {
            return words.text("absent");
        }
        String pin = facts.map(each -> each.pins().getOrDefault(name, "")).orElse("");
        String id = commit.get().abbreviated();
        return pin.isEmpty() || commit.get().hex().startsWith(pin)
                ? id
                : words.text("difference.pinned", "commit", id, "pin", Visible.line(pin));
    }

    String commits(Known<CommitRange> known) {
        return switch (known) {
            case Known.Unknown<CommitRange> none -> words.text("unknown");
            case Known.Value<CommitRange>(CommitRange range) -> {
                String lost = range.lost().isEmpty()
                        ? ""
                        : words.text("difference.lost", "n", range.lost().size());
                String gained = range.gained().isEmpty()
                        ? ""
                        : words.text("difference.gained", "n", range.gained().size());
                String both = (lost + " " + gained).strip();
                yield range.cut() == 0 ? both : words.text("difference.at-least", "counts", both);
            }
        };
    }

    String files(Known<List<FileChange>> known) {
        return switch (known) {
            case Known.Unknown<List<FileChange>> none -> words.text("unknown");
            case Known.Value<List<FileChange>>(List<FileChange> files) ->
                words.text(
                        "difference.counted-files",
                        "n",
                        files.size(),
                        "added",
                        files.stream()
                                .mapToInt(each -> Math.max(0, each.added()))
                                .sum(),
                        "removed",
                        files.stream()
                                .mapToInt(each -> Math.max(0, each.removed()))
                                .sum());
        };
    }

    String reading() {
        return words.text("difference.reading");
    }

    String unknown() {
        return words.text("unknown");
    }
}
