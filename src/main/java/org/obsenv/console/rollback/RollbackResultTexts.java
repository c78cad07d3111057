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
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.SwitchState;
import org.obsenv.site.SharedPackage;
import org.obsenv.site.Site;
import org.obsenv.words.Endings;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts a roll back that was done into words. Pure. */
public final class RollbackResultTexts {
    private final Site site;
    private final Words words;
    private final Times times;
    private final Endings endings = new Endings();

    public RollbackResultTexts(Site site, Words words) {
        this.site = site;
        this.words = words;
        this.times = new Times(words);
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
        List<RollbackResult.Moved> moved = moved(ending, facts, seenAtClick);
        int count = ending.outcome() instanceof Outcome.Switched switched ? switched.movedCount() : moved.size();
        String title = words.text("result.title." + key(proof));
        String sub = sub(ending, count, total);
        String proofLine = proofLine(ending, total, exceptions.size());
        List<String> todo = todo(ending);
        List<String> remarks = endings.remarks(ending.outcome());
        String untouched = count < total ? words.count("result.untouched", (long) total - count) : "";
        RollbackResult bare =
                new RollbackResult(proof, title, sub, proofLine, exceptions, remarks, todo, moved, untouched, "");
        return new RollbackResult(
                proof, title, sub, proofLine, exceptions, remarks, todo, moved, untouched, report(bare, ending));
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

    private static String key(RollbackResult.Proof proof) {
        return switch (proof) {
            case VERIFIED -> "verified";
            case WAITING -> "waiting";
            case EXCEPTIONS -> "exceptions";
            case NOT_SEEN -> "not-seen";
        };
    }

    private List<String> exceptions(EnvironmentReading reading) {
        return reading.packages().stream()
                .filter(each -> !(each.runningDrift() instanceof Drift.AtPin))
                .map(this::exception)
                .toList();
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

    private String sub(Ending ending, int count, int total) {
        String done =
                count == 0 ? words.text("result.sub.held") : words.count("result.sub.moved", count, "total", total);
        return words.text(
                "result.sub",
                "done",
                done,
                "time",
                Times.clock(ending.switchedAt()),
                "actor",
                ending.actor(),
                "took",
                times.took(took(ending)));
    }

    private static Duration took(Ending ending) {
        return ending.outcome() instanceof Outcome.Switched switched ? switched.took() : ending.took();
    }

    private String proofLine(Ending ending, int total, int exceptions) {
        String server = Times.clock(ending.switchedAt());
        return switch (ending.sighting()) {
            case Sighting.NotSought none -> words.text("proof.waiting", "time", server, "seconds", 0);
            case Sighting.Waiting(Duration upTo) ->
                words.text("proof.waiting", "time", server, "seconds", upTo.toSeconds());
            case Sighting.Seen(EnvironmentReading reading, Instant at) ->
                words.text(
                        proofKey(exceptions, Duration.between(ending.heardAt(), at)),
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

    private static String proofKey(int exceptions, Duration after) {
        if (exceptions > 0) {
            return "proof.exceptions";
        }
        return after.toSeconds() == 0 ? "proof.verified" : "proof.verified.after";
    }

    private List<String> todo(Ending ending) {
        Map<String, String> facts = Map.of("time", words.text("time.utc", "time", Times.clock(ending.switchedAt())));
        return site.afterRollback().stream()
                .map(each -> Words.fill(each, facts))
                .toList();
    }

    private List<RollbackResult.Moved> moved(Ending ending, Optional<EnvironmentReading> facts, Sight seenAtClick) {
        if (!(ending.outcome() instanceof Outcome.Switched switched)) {
            return List.of();
        }
        boolean followed = ending.left() instanceof SwitchState.Following;
        return switched.moved().stream()
                .map(each -> moved(each, followed, facts.or(seenAtClick::shown)))
                .toList();
    }

    private RollbackResult.Moved moved(PackageMove move, boolean followed, Optional<EnvironmentReading> facts) {
        Optional<PackageReading> reading = facts.flatMap(each -> find(each, move.name()));
        String branch = site.find(move.name()).map(SharedPackage::deployBranch).orElse("deploy");
        String was = move.from()
                .map(from -> followed
                        ? words.text("moved.was", "branch", branch, "commit", from.abbreviated())
                        : from.abbreviated())
                .orElseGet(() -> words.text("moved.absent"));
        String now = move.to()
                .map(to -> reading.flatMap(each -> pinOf(each, to)).orElseGet(to::abbreviated))
                .orElseGet(() -> words.text("moved.absent"));
        return new RollbackResult.Moved(
                move.name().text(),
                was,
                now,
                reading.map(each -> kept(each, branch)).orElse(""));
    }

    private static Optional<PackageReading> find(EnvironmentReading reading, PackageName name) {
        return reading.packages().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static Optional<String> pinOf(PackageReading reading, CommitId to) {
        return reading.pin() instanceof Pin.Resolved pin && pin.commit().equals(to) && !CommitId.isFull(pin.name())
                ? Optional.of(Visible.line(pin.name()))
                : Optional.empty();
    }

    private String kept(PackageReading reading, String branch) {
        return switch (reading.deployDrift()) {
            case Drift.AtPin at -> "";
            case Drift.Ahead(int ahead) -> words.count("moved.kept", ahead, "branch", branch);
            case Drift.Behind behind -> "";
            case Drift.Diverged(int ahead, int behind) -> words.count("moved.kept", ahead, "branch", branch);
            case Drift.Unknown unknown -> words.text("unknown");
        };
    }

    private String report(RollbackResult result, Ending ending) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("report.title", "site", site.name(), "title", result.title()));
        lines.add(result.sub());
        lines.add(result.proofLine());
        lines.addAll(result.exceptions());
        lines.addAll(result.remarks());
        ending.reason().ifPresent(reason -> lines.add(words.text("report.reason", "reason", Visible.line(reason))));
        result.moved()
                .forEach(each -> lines.add(
                        words.text("report.moved", "name", each.name(), "was", each.was(), "now", each.now())));
        if (!result.untouched().isEmpty()) {
            lines.add(words.text("report.untouched", "untouched", result.untouched()));
        }
        return String.join("\n", lines) + "\n";
    }
}
