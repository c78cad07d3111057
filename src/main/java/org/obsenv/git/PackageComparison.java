package org.obsenv.git;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/** Compares a package's commits with its pin and with the deploy branch, and raises the flags that follow. */
public final class PackageComparison {
    /** A pin whose commit is older gets {@link Flag#PIN_OLD}. */
    public static final Duration OLD = Duration.ofDays(365);

    private final CommitCache cache;
    private final Words words = Words.of("reading");

    public PackageComparison(CommitCache cache) {
        this.cache = cache;
    }

    /** Writes down what was learned of commits, for the next start. To be called after a whole look. */
    public void keep() {
        cache.keep();
    }

    /** The reading of a package whose repository answers; what is missing in it is unknown, the rest stands. */
    public PackageReading read(GitRepository repository, SourceFacts sight, Pin pin, Instant now) {
        Known<CommitId> pinned = commitOf(pin);
        Known<AheadBehind> running = compare(repository, sight.running(), pinned);
        Known<AheadBehind> deploy = compare(repository, sight.deployHead(), pinned);
        Known<AheadBehind> runningToDeploy = compare(repository, sight.running(), sight.deployHead());
        Known<AheadBehind> pinToDeploy = deploy.map(AheadBehind::reversed);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(sight.flags());
        flags.addAll(pinFlags(pin, now));
        if (isOutside(runningToDeploy)) {
            flags.add(Flag.OFF_DEPLOY);
        }
        if (isOutside(pinToDeploy)) {
            flags.add(Flag.PIN_NOT_ON_DEPLOY);
        }
        Drift runningDrift = drift(running);
        Drift deployDrift = drift(deploy);
        Known<CommitSummary> lastChange = summary(repository, sight.deployHead());
        Optional<String> reason = sight.reason()
                .or(() -> Stream.of(reason(pin), reason(runningDrift), reason(deployDrift), unknown(runningToDeploy))
                        .flatMap(Optional::stream)
                        .findFirst());
        return new PackageReading(
                sight.name(),
                sight.running(),
                sight.deployHead(),
                pin,
                runningDrift,
                deployDrift,
                lastChange,
                flags,
                reason);
    }

    /** The reading of a package whose repository does not answer: what the source says of it stands. */
    public PackageReading withoutRepository(SourceFacts sight, String reason) {
        return new PackageReading(
                sight.name(),
                sight.running(),
                sight.deployHead(),
                new Pin.Unknown(reason),
                new Drift.Unknown(reason),
                new Drift.Unknown(reason),
                Known.unknown(reason),
                sight.flags(),
                Optional.of(reason));
    }

    private Known<AheadBehind> compare(GitRepository repository, Known<CommitId> left, Known<CommitId> right) {
        return switch (left) {
            case Known.Unknown<CommitId>(String reason) -> Known.unknown(reason);
            case Known.Value<CommitId>(CommitId from) ->
                switch (right) {
                    case Known.Unknown<CommitId>(String reason) -> Known.unknown(reason);
                    case Known.Value<CommitId>(CommitId to) -> compare(repository, from, to);
                };
        };
    }

    private Known<AheadBehind> compare(GitRepository repository, CommitId left, CommitId right) {
        try {
            return Known.of(cache.compare(repository, left, right));
        } catch (IOException e) {
            return Known.unknown(words.text("read.failed", "problem", IoWords.of(e)));
        }
    }

    private Known<CommitSummary> summary(GitRepository repository, Known<CommitId> id) {
        return switch (id) {
            case Known.Unknown<CommitId>(String reason) -> Known.unknown(reason);
            case Known.Value<CommitId>(CommitId commit) -> {
                try {
                    yield Known.of(cache.summary(repository, commit));
                } catch (IOException e) {
                    yield Known.unknown(words.text("read.failed", "problem", IoWords.of(e)));
                }
            }
        };
    }

    private Known<CommitId> commitOf(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved -> Known.of(resolved.commit());
            case Pin.Kept kept -> Known.of(kept.commit());
            case Pin.Unresolved(String name, String problem) -> Known.unknown(problem);
            case Pin.Absent absent -> Known.unknown(words.text("pin.absent"));
            case Pin.Unknown(String reason) -> Known.unknown(reason);
        };
    }

    private static Set<Flag> pinFlags(Pin pin, Instant now) {
        return switch (pin) {
            case Pin.Resolved resolved -> {
                Set<Flag> flags = EnumSet.noneOf(Flag.class);
                if (resolved.kind() == Pin.Kind.BRANCH) {
                    flags.add(Flag.PIN_IS_BRANCH);
                }
                if (isOld(resolved.committedAt(), now)) {
                    flags.add(Flag.PIN_OLD);
                }
                yield flags;
            }
            case Pin.Kept kept -> isOld(kept.committedAt(), now) ? EnumSet.of(Flag.PIN_OLD) : Set.of();
            case Pin.Unresolved missing -> EnumSet.of(Flag.PIN_MISSING);
            case Pin.Absent absent -> EnumSet.of(Flag.PIN_MISSING);
            case Pin.Unknown unknown -> Set.of();
        };
    }

    private static boolean isOld(Instant committedAt, Instant now) {
        return committedAt.isBefore(now.minus(OLD));
    }

    private static boolean isOutside(Known<AheadBehind> comparison) {
        return comparison.found().filter(each -> !each.isContained()).isPresent();
    }

    private static Drift drift(Known<AheadBehind> comparison) {
        return switch (comparison) {
            case Known.Value<AheadBehind>(AheadBehind counts) -> counts.drift();
            case Known.Unknown<AheadBehind>(String reason) -> new Drift.Unknown(reason);
        };
    }

    private static Optional<String> reason(Pin pin) {
        return switch (pin) {
            case Pin.Unresolved(String name, String problem) -> Optional.of(problem);
            case Pin.Unknown(String reason) -> Optional.of(reason);
            case Pin.Resolved resolved -> Optional.empty();
            case Pin.Kept kept -> Optional.empty();
            case Pin.Absent absent -> Optional.empty();
        };
    }

    private static Optional<String> reason(Drift drift) {
        return drift instanceof Drift.Unknown(String reason) ? Optional.of(reason) : Optional.empty();
    }

    private static Optional<String> unknown(Known<?> known) {
        return known instanceof Known.Unknown<?>(String reason) ? Optional.of(reason) : Optional.empty();
    }
}
