package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Mark;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.PackageReading;
import org.obsenv.words.Words;

/** Finds the packages that differ from base, and says how. Pure. */
final class DifferingTexts {
    private final Words words;

    DifferingTexts(Words words) {
        this.words = words;
    }

    /** In the site's order: what runs differs from the pin, or the deploy head does, or it is not known. */
    List<Differing> of(EnvironmentReading reading) {
        return reading.packages().stream()
                .flatMap(each -> differing(each).stream())
                .toList();
    }

    private Optional<Differing> differing(PackageReading each) {
        return switch (each.runningDrift()) {
            case Drift.Unknown(String why) -> Optional.of(row(each, words.text("unknown"), Mark.Shape.UNKNOWN));
            case Drift.Ahead(int ahead) -> Optional.of(row(each, "+" + ahead, Mark.Shape.AHEAD));
            case Drift.Behind(int behind) -> Optional.of(row(each, "−" + behind, Mark.Shape.BEHIND));
            case Drift.Diverged(int ahead, int behind) ->
                Optional.of(row(each, "+" + ahead + " −" + behind, Mark.Shape.DIVERGED));
            case Drift.AtPin at -> deploy(each);
        };
    }

    /** It runs its pin: what the deploy branch would bring is what there is to review. */
    private Optional<Differing> deploy(PackageReading each) {
        if (each.flags().contains(Flag.REFUSED)) {
            return Optional.of(row(each, words.text("review.refused"), Mark.Shape.DIVERGED));
        }
        return switch (each.deployDrift()) {
            case Drift.AtPin at -> Optional.empty();
            case Drift.Unknown(String why) -> Optional.of(row(each, words.text("unknown"), Mark.Shape.UNKNOWN));
            case Drift.Ahead(int ahead) -> Optional.of(onDeploy(each, "+" + ahead));
            case Drift.Behind(int behind) -> Optional.of(onDeploy(each, "−" + behind));
            case Drift.Diverged(int ahead, int behind) -> Optional.of(onDeploy(each, "+" + ahead + " −" + behind));
        };
    }

    private Differing onDeploy(PackageReading each, String counts) {
        return row(each, words.text("review.deploy", "counts", counts), Mark.Shape.NONE);
    }

    private static Differing row(PackageReading each, String counts, Mark.Shape shape) {
        return new Differing(each.name(), counts, shape, each.name() + " " + counts);
    }
}
