package org.obsenv.console.rollback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.Times;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;
import org.obsenv.words.Endings;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts a roll back that was done into words. Pure. */
public final class RollbackResultTexts {
    /** So many rows are read at a glance and drawn at once; the report names them all. */
    static final int ROWS = 64;

    private final Site site;
    private final Words words;
    private final Times times;
    private final MovedTexts movedTexts;
    private final Endings endings = new Endings();

    public RollbackResultTexts(Site site, Words words) {
        this.site = site;
        this.words = words;
        this.times = new Times(words);
        this.movedTexts = new MovedTexts(site, words);
    }

    /** The result of an ending that {@link Ending#isDone()}. */
    public RollbackResult result(Ending ending, Sight seenAtClick) {
        Optional<EnvironmentReading> disk =
                ending.sighting() instanceof Sighting.Seen(EnvironmentReading reading, Instant at)
                        ? Optional.of(reading)
                        : Optional.empty();
        List<String> exceptions = disk.map(this::exceptions).orElseGet(List::of);
        RollbackResult.Proof proof = proof(ending.sighting(), exceptions);
        Optional<EnvironmentReading> facts = disk.or(seenAtClick::shown);
        int total = facts.map(reading -> reading.packages().size())
                .orElseGet(() -> site.packages().size());
        Moves moves = Moves.of(ending, seenAtClick.shown(), disk);
        boolean followed = ending.left() instanceof SwitchState.Following;
        List<RollbackResult.Moved> moved = moves.named().stream()
                .map(each -> movedTexts.row(each, followed, disk, seenAtClick.shown()))
                .toList();
        boolean asListed = disk.map(RollbackResultTexts::isAsListed).orElse(true);
        String title = words.text("result.title." + key(proof, asListed));
        String sub = sub(ending, moves, total);
        String proofLine = proofLine(ending, total, exceptions.size(), asListed);
        List<String> remarks = remarks(ending);
        int beyond = moves.beyond(ROWS);
        String more = beyond > 0 ? words.count("result.more", beyond) : "";
        String untouched = untouched(moves, total);
        return new RollbackResult(
                proof,
                title,
                sub,
                proofLine,
                exceptions,
                remarks,
                todo(ending),
                moved.stream().limit(ROWS).toList(),
                more,
                untouched,
                report(ending, List.of(title, sub, proofLine), exceptions, remarks, moves, moved, untouched));
    }

    private String untouched(Moves moves, int total) {
        return switch (moves.count()) {
            case Known.Unknown<Integer> unknown -> "";
            case Known.Value<Integer>(Integer count) ->
                count < total ? words.count("result.untouched", (long) total - count) : "";
        };
    }

    private List<String> remarks(Ending ending) {
        return ending.outcome() instanceof Outcome.Switched
                ? endings.remarks(ending.outcome(), Verb.ROLLBACK.written())
                : List.of(words.text("result.unheard"));
    }

    private static RollbackResult.Proof proof(Sighting sighting, List<String> exceptions) {
        return switch (sighting) {
            case Sighting.NotSought none -> RollbackResult.Proof.WAITING;
            case Sighting.Waiting waiting -> RollbackResult.Proof.WAITING;
            case Sighting.Seen seen ->
                exceptions.isEmpty() ? RollbackResult.Proof.VERIFIED : RollbackResult.Proof.EXCEPTIONS;
            case Sighting.NotSeen late -> RollbackResult.Proof.NOT_SEEN;
        };
    }

    private static String key(RollbackResult.Proof proof, boolean asListed) {
        return switch (proof) {
            case VERIFIED -> asListed ? "verified" : "proven";
            case WAITING -> "waiting";
            case EXCEPTIONS -> "exceptions";
            case NOT_SEEN -> "not-seen";
        };
    }

    private List<String> exceptions(EnvironmentReading reading) {
        return reading.packages().stream()
                .filter(each -> !(each.runningDrift() instanceof Drift.AtPin || isAsProven(each)))
                .map(this::exception)
                .toList();
    }

    /** Its pin was edited and not built: it runs what base's generation holds, and that is where a roll back goes. */
    private static boolean isAsProven(PackageReading each) {
        return each.flags().contains(Flag.BASE_NOT_BUILT)
                && each.running().found().isPresent();
    }

    private static boolean isAsListed(EnvironmentReading reading) {
        return reading.packages().stream().noneMatch(RollbackResultTexts::isAsProven);
    }

    private String exception(PackageReading each) {
        String state =
                switch (each.runningDrift()) {
                    case Drift.AtPin at -> words.text("state.at-base");
                    case Drift.Ahead(int ahead) -> words.text("exception.ahead", "n", ahead);
                    case Drift.Behind(int behind) -> words.text("exception.behind", "n", behind);
                    case Drift.Diverged(int ahead, int behind) ->
                        words.text("exception.diverged", "n", ahead, "m", behind);
                    case Drift.Unknown(String why) -> words.text("unknown.because", "why", Visible.line(why));
                };
        return words.text("exception", "name", each.name().text(), "state", state);
    }

    private String sub(Ending ending, Moves moves, int total) {
        return ending.outcome() instanceof Outcome.Switched switched
                ? words.text(
                        "result.sub",
                        "done",
                        done(moves, total),
                        "time",
                        Times.clock(ending.doneAt()),
                        "actor",
                        ending.actor(),
                        "took",
                        times.took(switched.took()))
                : words.text(
                        "result.sub.unheard",
                        "done",
                        done(moves, total),
                        "time",
                        Times.clock(ending.doneAt()),
                        "actor",
                        ending.actor());
    }

    private String done(Moves moves, int total) {
        return switch (moves.count()) {
            case Known.Unknown<Integer> unknown ->
                moves.named().isEmpty()
                        ? words.text("result.sub.moved-unknown")
                        : words.count("result.sub.moved-some", moves.named().size(), "total", total);
            case Known.Value<Integer>(Integer count) ->
                count == 0 ? words.text("result.sub.held") : words.count("result.sub.moved", count, "total", total);
        };
    }

    private String proofLine(Ending ending, int total, int exceptions, boolean asListed) {
        String server = Times.clock(ending.switchedAt());
        return switch (ending.sighting()) {
            case Sighting.NotSought none -> words.text("proof.waiting", "time", server, "seconds", 0);
            case Sighting.Waiting(Duration upTo) ->
                words.text("proof.waiting", "time", server, "seconds", upTo.toSeconds());
            case Sighting.Seen(EnvironmentReading reading, Instant at) ->
                words.text(
                        proofKey(exceptions, ending, Duration.between(ending.heardAt(), at)),
                        "base",
                        words.text(asListed ? "proof.base" : "proof.base.proven"),
                        "n",
                        total - exceptions,
                        "total",
                        total,
                        "after",
                        times.duration(Duration.between(ending.heardAt(), at)),
                        "time",
                        Times.clock(at));
            case Sighting.NotSeen(Duration after) ->
                words.text("proof.not-seen", "time", server, "seconds", after.toSeconds());
        };
    }

    private static String proofKey(int exceptions, Ending ending, Duration after) {
        if (exceptions > 0) {
            return "proof.exceptions";
        }
        boolean lagged = ending.outcome() instanceof Outcome.Switched && after.toSeconds() > 0;
        return lagged ? "proof.verified.after" : "proof.verified";
    }

    private List<String> todo(Ending ending) {
        Map<String, String> facts = Map.of("time", words.text("time.utc", "time", Times.clock(ending.doneAt())));
        return site.afterRollback().stream()
                .map(each -> Words.fill(each, facts))
                .toList();
    }

    private String report(
            Ending ending,
            List<String> head,
            List<String> exceptions,
            List<String> remarks,
            Moves moves,
            List<RollbackResult.Moved> moved,
            String untouched) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("report.title", "site", site.name(), "title", head.getFirst()));
        lines.addAll(head.subList(1, head.size()));
        lines.addAll(exceptions);
        lines.addAll(remarks);
        ending.reason().ifPresent(reason -> lines.add(words.text("report.reason", "reason", Visible.line(reason))));
        moved.forEach(each ->
                lines.add(words.text("report.moved", "name", each.name(), "was", each.was(), "now", each.now())));
        int unnamed = moves.beyond(moved.size());
        if (unnamed > 0) {
            lines.add(words.count("report.more", unnamed));
        }
        if (!untouched.isEmpty()) {
            lines.add(words.text("report.untouched", "untouched", untouched));
        }
        return String.join("\n", lines) + "\n";
    }
}
