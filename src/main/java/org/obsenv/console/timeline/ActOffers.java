package org.obsenv.console.timeline;

import java.util.Optional;
import org.obsenv.console.reading.Sight;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Mark;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.protocol.Saw;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What may be asked for, and why not. Pure. */
final class ActOffers {
    private final Words words;
    private final String actor;

    ActOffers(Words words, String actor) {
        this.words = words;
        this.actor = actor;
    }

    /** Going to the chosen generation, from the very link that is on the screen. */
    ActOffer toReturn(TimelineSight seen, Optional<GenerationId> chosen, Sight sight, Permission permission) {
        Optional<Timeline> timeline = timeline(seen);
        if (timeline.isEmpty() || chosen.isEmpty()) {
            return new ActOffer.Blocked(Optional.empty(), words.text("return.choose"));
        }
        GenerationId id = chosen.get();
        SwitchState left = current(sight);
        Optional<SwitchToken> token =
                switch (left) {
                    case SwitchState.Following(var running, SwitchToken link) -> Optional.of(link);
                    case SwitchState.Held(var running, SwitchToken link, var by, var resuming) -> Optional.of(link);
                    case SwitchState.WatchOnly none -> Optional.empty();
                    case SwitchState.Unknown none -> Optional.empty();
                };
        if (permission instanceof Permission.Denied) {
            return blocked(id, words.text("act.not-permitted", "actor", actor));
        }
        if (token.isEmpty()) {
            return blocked(id, words.text("act.unreadable"));
        }
        if (timeline.get().facts().generation(id).isEmpty()) {
            return blocked(id, words.text("return.gone"));
        }
        if (left.running().equals(chosen)) {
            return blocked(id, words.text("return.runs"));
        }
        return new ActOffer.Offered(id, new Saw.Current(token.get()), left, why(timeline.get(), id));
    }

    private String why(Timeline timeline, GenerationId id) {
        String key = timeline.lastGood().equals(Optional.of(id)) ? "return.last-good" : "return.good";
        return timeline.facts()
                .mark(id)
                .map(mark -> words.text(key, "by", Visible.line(mark.by())))
                .orElseGet(() -> words.text("return.held"));
    }

    /** Saying that what runs is good. */
    ActOffer toMark(TimelineSight seen, Sight sight, Permission permission) {
        SwitchState left = current(sight);
        Optional<GenerationId> running = left.running();
        if (running.isEmpty()) {
            return new ActOffer.Blocked(running, words.text("act.unreadable"));
        }
        if (permission instanceof Permission.Denied) {
            return blocked(running.get(), words.text("act.not-permitted", "actor", actor));
        }
        Optional<Mark> mark = timeline(seen).flatMap(each -> each.facts().mark(running.get()));
        return mark.<ActOffer>map(
                        each -> blocked(running.get(), words.text("mark.is-good", "by", Visible.line(each.by()))))
                .orElseGet(() -> new ActOffer.Offered(
                        running.get(),
                        new Saw.Nothing(),
                        left,
                        words.text("mark.generation", "n", running.get().number())));
    }

    private static ActOffer blocked(GenerationId id, String why) {
        return new ActOffer.Blocked(Optional.of(id), why);
    }

    private static Optional<Timeline> timeline(TimelineSight seen) {
        return seen instanceof TimelineSight.Seen(Timeline timeline) ? Optional.of(timeline) : Optional.empty();
    }

    private static SwitchState current(Sight sight) {
        return sight.shown().map(each -> each.current()).orElseGet(() -> new SwitchState.Unknown("not seen"));
    }
}
