package org.obsenv.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole environment at one moment, as this workstation sees it.
 *
 * @param readAt when the last look was; the facts are at most this old
 * @param rollbackMoves the packages a roll back would move: those whose running commit is not base's
 * @param lastSync when the auto-pull last finished a pass; watch-only: when the work trees were last scanned
 * @param cycle the cycle the base list names
 * @param problems what is wrong with the environment as a whole, in words; empty when nothing is
 */
public record EnvironmentReading(
        String site,
        Instant readAt,
        SwitchState current,
        BaseState base,
        Known<List<PackageName>> rollbackMoves,
        Known<Instant> lastSync,
        Optional<Review> reviewed,
        Optional<String> cycle,
        List<PackageReading> packages,
        List<String> problems) {
    public EnvironmentReading {
        packages = List.copyOf(packages);
        problems = List.copyOf(problems);
    }

    /** A reading of an environment that cannot be read at all: every package of the site is unknown. */
    public static EnvironmentReading unreadable(
            String site, Instant readAt, List<PackageName> packages, String reason) {
        return new EnvironmentReading(
                site,
                readAt,
                new SwitchState.Unknown(reason),
                new BaseState.Unknown(Optional.empty(), reason),
                Known.unknown(reason),
                Known.unknown(reason),
                Optional.empty(),
                Optional.empty(),
                packages.stream()
                        .map(name -> PackageReading.unknown(name, reason))
                        .toList(),
                List.of(reason));
    }

    /** The same facts, looked at again. */
    public EnvironmentReading readAgainAt(Instant instant) {
        return new EnvironmentReading(
                site, instant, current, base, rollbackMoves, lastSync, reviewed, cycle, packages, problems);
    }
}
