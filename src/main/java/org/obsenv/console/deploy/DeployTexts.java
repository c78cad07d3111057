package org.obsenv.console.deploy;

import java.util.Optional;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Pin;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts what would be tested into words. Pure. */
final class DeployTexts {
    private final Words words;

    DeployTexts(Words words) {
        this.words = words;
    }

    String of(DeployLine.Look look) {
        return switch (look) {
            case DeployLine.Untyped none -> "";
            case DeployLine.Reading reading -> words.text("deploy.reading");
            case DeployLine.NotHere(String why) -> words.text("deploy.not-here", "why", Visible.line(why));
            case DeployLine.Found found ->
                words.text(
                        "deploy.found",
                        "kind",
                        kind(found.kind()),
                        "commit",
                        found.commit().abbreviated(),
                        "running",
                        counts(found.running()),
                        "base",
                        counts(found.base()));
        };
    }

    private String kind(Pin.Kind kind) {
        return switch (kind) {
            case TAG -> words.text("deploy.kind.tag");
            case BRANCH -> words.text("deploy.kind.branch");
            case COMMIT -> words.text("deploy.kind.commit");
        };
    }

    private String counts(Optional<Drift> drift) {
        if (drift.isEmpty()) {
            return words.text("deploy.counts.unknown");
        }
        return switch (drift.get()) {
            case Drift.AtPin at -> words.text("deploy.counts.same");
            case Drift.Ahead(int ahead) -> "+" + ahead;
            case Drift.Behind(int behind) -> "−" + behind;
            case Drift.Diverged(int ahead, int behind) -> "+" + ahead + " −" + behind;
            case Drift.Unknown unknown -> words.text("deploy.counts.unknown");
        };
    }
}
