package org.obsenv.cli;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Verdict;
import org.obsenv.words.Words;

/** The domain's values in the words of the bundle {@code cli}. */
final class Texts {
    private final Words words = words();

    static Words words() {
        return Words.of("cli");
    }

    String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.AtBase(int total) -> words.count("verdict.at-base", total);
            case Verdict.HeldAtBase(int total) -> words.count("verdict.held-at-base", total);
            case Verdict.Differ(int differing, int total) -> words.count("verdict.differ", differing, "total", total);
            case Verdict.Unknown(int unknown, int differing, int total) -> unknown(unknown, differing, total);
        };
    }

    private String unknown(int unknown, int differing, int total) {
        String differ = differing == 0 ? "" : words.count("verdict.and-differ", differing);
        if (total == 0) {
            return words.text("verdict.none");
        }
        return unknown == 0
                ? words.text("verdict.switch-unknown", "differ", differ)
                : words.count("verdict.unknown", total, "unknown", unknown, "differ", differ);
    }

    String drift(Drift drift) {
        return switch (drift) {
            case Drift.AtPin at -> words.text("drift.at-pin");
            case Drift.Ahead(int commits) -> words.text("drift.ahead", "n", commits);
            case Drift.Behind(int commits) -> words.text("drift.behind", "n", commits);
            case Drift.Diverged(int ahead, int behind) ->
                words.text("drift.diverged", "ahead", ahead, "behind", behind);
            case Drift.Unknown unknown -> words.text("drift.unknown");
        };
    }

    /** As {@link #drift}, against something that need not be base. */
    String counts(Drift drift) {
        return drift instanceof Drift.AtPin ? words.text("drift.none") : drift(drift);
    }

    String pin(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved ->
                CommitId.isFull(resolved.name()) ? resolved.commit().abbreviated() : resolved.name();
            case Pin.Kept kept -> words.text("pin.kept", "commit", kept.commit().abbreviated());
            case Pin.Unresolved unresolved -> words.text("pin.unresolved", "name", unresolved.name());
            case Pin.Absent absent -> words.text("pin.absent");
            case Pin.Unknown unknown -> words.text("unknown");
        };
    }

    String commit(Known<CommitId> commit) {
        return commit.found().map(CommitId::abbreviated).orElse(words.text("unknown"));
    }

    String flags(PackageReading reading) {
        return reading.flags().stream()
                .sorted(Comparator.naturalOrder())
                .map(Flag::written)
                .collect(Collectors.joining(", "));
    }

    /** A time span in the largest unit that fits, e.g. {@code 30 s}, {@code 4 min}, {@code 2 d}. */
    String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return words.text("span.seconds", "n", seconds);
        }
        if (seconds < 2 * 3600) {
            return words.text("span.minutes", "n", seconds / 60);
        }
        if (seconds < 2 * 86_400) {
            return words.text("span.hours", "n", seconds / 3600);
        }
        return words.text("span.days", "n", seconds / 86_400);
    }
}
