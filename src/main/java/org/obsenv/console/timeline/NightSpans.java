package org.obsenv.console.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.timeline.GenerationFacts;
import org.obsenv.domain.timeline.Night;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.domain.timeline.Turn;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What was live in the night so far, oldest first. Pure. */
final class NightSpans {
    private final Words words;
    private final ZoneId zone;

    NightSpans(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** None where times cannot be relied on: a bar looks certain. */
    List<NightSpan> of(TimelineSight sight, Instant now) {
        if (!(sight instanceof TimelineSight.Seen seen) || !seen.isCertain()) {
            return List.of();
        }
        Instant start = Night.at(now, zone).start();
        Duration night = Duration.between(start, now);
        List<NightSpan> spans = new ArrayList<>();
        Instant known = start;
        for (Turn turn : seen.timeline().turns().reversed()) {
            if (turn.live().isEmpty()) {
                continue;
            }
            Turn.Live live = turn.live().get();
            Instant from = live.from().isBefore(start) ? start : live.from();
            Instant to = live.to().orElse(now);
            if (!to.isAfter(from)) {
                continue;
            }
            if (spans.isEmpty() && from.isAfter(known)) {
                spans.add(unknown(share(known, from, night)));
            }
            spans.add(span(turn, live, seen.timeline(), share(from, to, night), now));
        }
        return spans;
    }

    private static double share(Instant from, Instant to, Duration night) {
        return (double) Duration.between(from, to).toSeconds() / Math.max(1, night.toSeconds());
    }

    private NightSpan unknown(double share) {
        String word = words.text("unknown");
        return new NightSpan(share, word, NightSpan.Kind.UNKNOWN, false, word);
    }

    private NightSpan span(Turn turn, Turn.Live live, Timeline timeline, double share, Instant now) {
        GenerationId id = live.generation();
        boolean isBase =
                timeline.facts().generation(id).filter(GenerationFacts::isBase).isPresent();
        String hint = words.text(
                "span.hint",
                "n",
                id.number(),
                "from",
                Times.since(live.from(), now),
                "to",
                live.to().map(each -> Times.since(each, now)).orElseGet(() -> words.text("span.now")),
                "act",
                Visible.line(turn.act().act()),
                "by",
                Visible.line(turn.act().actor()));
        return new NightSpan(
                share,
                isBase ? words.text("span.base") : label(turn, id),
                isBase ? NightSpan.Kind.BASE : NightSpan.Kind.DEPLOY,
                live.isNow(),
                hint);
    }

    /** "+c04d9aa" for one commit taken in, else the generation. */
    private String label(Turn turn, GenerationId id) {
        boolean isOne = turn.link() == Turn.Link.DEPLOY && turn.act().movedCount() == 1;
        return turn.act().moved().stream()
                .filter(move -> isOne)
                .flatMap(move -> move.to().stream())
                .map(CommitId::abbreviated)
                .map(commit -> words.text("span.commit", "commit", commit))
                .findFirst()
                .orElseGet(() -> words.text("generation", "n", id.number()));
    }
}
