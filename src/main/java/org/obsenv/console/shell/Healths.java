package org.obsenv.console.shell;

import java.time.Instant;
import org.obsenv.console.journal.JournalViewModel;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.reading.SwitchSighting;
import org.obsenv.console.signoff.SignOffSight;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Times;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The footer's lamps in words. Pure. */
final class Healths {
    private final Words words;
    private final Times times;
    private final String actor;

    Healths(Words words, String actor) {
        this.words = words;
        this.times = new Times(words);
        this.actor = actor;
    }

    Health reading(Sight sight, SwitchSighting sighting) {
        return switch (sight) {
            case Sight.NotYet none -> health(Mark.Shape.NONE, "health.reading.not-yet", "");
            case Sight.Blind(EnvironmentReading reading, var since) ->
                health(Mark.Shape.UNKNOWN, "health.reading.blind", String.join("\n", reading.problems()));
            case Sight.Seen(EnvironmentReading reading) -> seen(reading, sighting);
        };
    }

    private Health seen(EnvironmentReading reading, SwitchSighting sighting) {
        int total = reading.packages().size();
        long known = reading.packages().stream()
                .filter(each -> !(each.runningDrift() instanceof Drift.Unknown))
                .count();
        return known == total
                ? health(Mark.Shape.GOOD, "health.reading.good", lastSwitch(sighting))
                : new Health(Mark.Shape.UNKNOWN, words.text("health.reading.part", "known", known, "total", total), "");
    }

    /** Who has seen it: this workstation at least, and when. */
    private String lastSwitch(SwitchSighting sighting) {
        return switch (sighting) {
            case SwitchSighting.None none -> "";
            case SwitchSighting.Before(SwitchToken token) ->
                words.text("health.switch.before", "time", times.exact(token.changed()));
            case SwitchSighting.Here(SwitchToken token, Instant at) ->
                // The server's clock is another: where it is ahead, how long it took is not known.
                token.changed().isAfter(at)
                        ? words.text("health.switch.at", "time", times.exact(at))
                        : words.text(
                                "health.switch.here", "time", times.exact(at), "span", times.age(token.changed(), at));
        };
    }

    Health journal(JournalViewModel.Access access, Sight sight) {
        if (isWatched(sight)) {
            return health(Mark.Shape.NONE, "health.journal.none", "");
        }
        return switch (access) {
            case JournalViewModel.Access.NotYet none -> health(Mark.Shape.NONE, "health.journal.not-yet", "");
            case JournalViewModel.Access.Yes yes -> health(Mark.Shape.GOOD, "health.journal.good", "");
            case JournalViewModel.Access.No(String reason) -> health(Mark.Shape.UNKNOWN, "health.journal.bad", reason);
        };
    }

    Health permission(Permission permission, Sight sight) {
        // Nobody may, and nobody need ask a maintainer for it.
        if (isWatched(sight)) {
            return health(Mark.Shape.NONE, "health.permission.watch-only", "");
        }
        return switch (permission) {
            case Permission.Granted granted -> health(Mark.Shape.GOOD, "health.permission.granted", "");
            case Permission.Denied(String reason) -> health(Mark.Shape.DIVERGED, "health.permission.denied", reason);
            case Permission.Unknown(String reason) -> health(Mark.Shape.UNKNOWN, "health.permission.unknown", reason);
        };
    }

    Health ledger(SignOffSight sight) {
        return switch (sight) {
            case SignOffSight.NotYet none -> health(Mark.Shape.NONE, "health.ledger.not-yet", "");
            case SignOffSight.Blind blind -> health(Mark.Shape.UNKNOWN, "health.ledger.bad", blind.reason());
            case SignOffSight.Seen seen ->
                seen.isWhole()
                        ? health(Mark.Shape.GOOD, "health.ledger.good", "")
                        : health(Mark.Shape.UNKNOWN, "health.ledger.doubt", "");
        };
    }

    private static boolean isWatched(Sight sight) {
        return sight.shown()
                .filter(reading -> reading.current() instanceof SwitchState.WatchOnly)
                .isPresent();
    }

    private Health health(Mark.Shape shape, String key, String hint) {
        return new Health(shape, words.text(key, "actor", actor), Visible.line(hint));
    }
}
