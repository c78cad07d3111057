package org.obsenv.console.rollback;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.site.SharedPackage;
import org.obsenv.site.Site;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts one package's move into words. Pure. */
final class MovedTexts {
    private final Site site;
    private final Words words;

    MovedTexts(Site site, Words words) {
        this.site = site;
        this.words = words;
    }

    /**
     * The move as a row.
     *
     * @param followed whether deploy ran before
     * @param disk what this workstation saw after it, if anything
     * @param before what it saw before
     */
    RollbackResult.Moved row(
            PackageMove move,
            boolean followed,
            Optional<EnvironmentReading> disk,
            Optional<EnvironmentReading> before) {
        Optional<EnvironmentReading> facts = disk.or(() -> before);
        Optional<PackageReading> reading = facts.flatMap(each -> find(each, move));
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
                reading.map(each -> kept(each, branch)).orElse(""),
                disk.flatMap(each -> find(each, move))
                        .flatMap(each -> each.running().found())
                        .equals(move.to()));
    }

    private static Optional<PackageReading> find(EnvironmentReading reading, PackageMove move) {
        return reading.packages().stream()
                .filter(each -> each.name().equals(move.name()))
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
}
