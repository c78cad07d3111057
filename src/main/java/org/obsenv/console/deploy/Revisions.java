package org.obsenv.console.deploy;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.RevisionReader;

/** Looks up what a package would be put on. Blocks. */
final class Revisions {
    private final RevisionReader reader;

    Revisions(RevisionReader reader) {
        this.reader = reader;
    }

    DeployLine.Look look(PackageName name, String typed, Optional<PackageReading> seen) {
        return switch (reader.revision(name, typed)) {
            case Pin.Resolved(var spelled, Pin.Kind kind, CommitId commit, var at) ->
                new DeployLine.Found(
                        commit,
                        kind,
                        stand(name, commit, seen.flatMap(each -> each.running().found())),
                        stand(name, commit, seen.flatMap(each -> pinned(each.pin()))));
            case Pin.Unresolved(var spelled, String problem) -> new DeployLine.NotHere(problem);
            case Pin.Unknown(String reason) -> new DeployLine.NotHere(reason);
            case Pin.Kept kept -> new DeployLine.NotHere(typed);
            case Pin.Absent absent -> new DeployLine.NotHere(typed);
        };
    }

    private Optional<Drift> stand(PackageName name, CommitId commit, Optional<CommitId> to) {
        return to.map(each -> reader.stand(name, commit, each)).filter(each -> !(each instanceof Drift.Unknown));
    }

    private static Optional<CommitId> pinned(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved -> Optional.of(resolved.commit());
            case Pin.Kept kept -> Optional.of(kept.commit());
            case Pin.Unresolved none -> Optional.empty();
            case Pin.Absent none -> Optional.empty();
            case Pin.Unknown none -> Optional.empty();
        };
    }
}
