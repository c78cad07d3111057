package org.obsenv.cli;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.words.Words;

/** The two commits that {@code diff} and {@code log} compare: from the pin to what runs, or to the deploy head. */
record Span(CommitId pin, CommitId commit, String title) {
    /** The span of a package; unknown with the reason where either end is not known. */
    static Known<Span> of(PackageReading reading, boolean toHead) {
        Words words = Texts.words();
        Known<CommitId> end = toHead ? reading.deployHead() : reading.running();
        Optional<CommitId> pin = reading.pin().pinned();
        if (pin.isEmpty()) {
            return Known.unknown(reading.reason().orElse(words.text("pin.absent")));
        }
        return end.map(commit -> new Span(
                pin.get(),
                commit,
                words.text(
                        toHead ? "span.to-head" : "span.to-running",
                        "package",
                        reading.name(),
                        "commit",
                        commit.abbreviated(),
                        "pin",
                        new Texts().pin(reading.pin()),
                        "drift",
                        new Texts().drift(toHead ? reading.deployDrift() : reading.runningDrift()))));
    }
}
