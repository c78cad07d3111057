package org.obsenv.cli;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.RevisionReader;
import org.obsenv.protocol.Deployed;
import org.obsenv.words.Words;

/** Says what a deploy would move, and finds the commits that the request then claims to have been seen. */
final class DeployPreview {
    private final Screen screen;
    private final RevisionReader revisions;
    private final EnvironmentReading look;
    private final Words words = Texts.words();
    private final Texts texts = new Texts();

    DeployPreview(Screen screen, RevisionReader revisions, EnvironmentReading look) {
        this.screen = screen;
        this.revisions = revisions;
        this.look = look;
    }

    /** Each package with the commit that its revision stands for here; without one where it is not here so far. */
    Known<List<Deployed>> tell(List<Deployed> asked) {
        for (Deployed each : asked) {
            if (reading(each).isEmpty()) {
                return Known.unknown(words.text(
                        "usage.no-package",
                        "name",
                        each.name().text(),
                        "names",
                        String.join(
                                ", ",
                                look.packages().stream()
                                        .map(one -> one.name().text())
                                        .toList())));
            }
        }
        return Known.of(asked.stream()
                .map(each -> tell(each, reading(each).orElseThrow()))
                .toList());
    }

    private Optional<PackageReading> reading(Deployed asked) {
        return look.packages().stream()
                .filter(each -> each.name().equals(asked.name()))
                .findFirst();
    }

    private Deployed tell(Deployed asked, PackageReading reading) {
        return switch (revisions.revision(asked.name(), asked.revision())) {
            case Pin.Resolved(var name, Pin.Kind kind, CommitId commit, var at) -> {
                tell(asked, reading, kind, commit);
                yield new Deployed(asked.name(), asked.revision(), Optional.of(commit));
            }
            case Pin.Unresolved(var name, String problem) -> unseen(asked, problem);
            case Pin.Unknown(String reason) -> unseen(asked, reason);
            case Pin.Kept kept -> asked;
            case Pin.Absent absent -> asked;
        };
    }

    private Deployed unseen(Deployed asked, String why) {
        screen.line(
                Screen.Style.WARNING,
                words.text("deploy.unseen", "package", asked.name(), "reason", screen.foreign(why)));
        return asked;
    }

    private void tell(Deployed asked, PackageReading reading, Pin.Kind kind, CommitId commit) {
        screen.line(
                Screen.Style.STRONG,
                words.text(
                        "deploy.move",
                        "package",
                        asked.name(),
                        "from",
                        reading.running().found().map(CommitId::abbreviated).orElseGet(() -> words.text("unknown")),
                        "to",
                        commit.abbreviated(),
                        "kind",
                        kind(kind),
                        "revision",
                        screen.foreign(asked.revision())));
        screen.out()
                .println(words.text(
                        "deploy.stands",
                        "running",
                        stand(asked, commit, reading.running().found()),
                        "base",
                        stand(asked, commit, reading.pin().pinned())));
    }

    private String kind(Pin.Kind kind) {
        return switch (kind) {
            case TAG -> words.text("deploy.kind.tag");
            case BRANCH -> words.text("deploy.kind.branch");
            case COMMIT -> words.text("deploy.kind.commit");
        };
    }

    private String stand(Deployed asked, CommitId commit, Optional<CommitId> to) {
        return to.map(each -> texts.counts(revisions.stand(asked.name(), commit, each)))
                .orElseGet(() -> words.text("unknown"));
    }
}
