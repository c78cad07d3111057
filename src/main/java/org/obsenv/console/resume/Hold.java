package org.obsenv.console.resume;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.SwitchToken;

/**
 * A held environment: what holds it, and what following deploy again would bring.
 *
 * @param token the very link that is seen
 * @param sentence who holds it, since when and why
 * @param overdue that it was meant to end before now; nothing happens by itself
 * @param brings what resuming would move
 */
public record Hold(SwitchToken token, String sentence, Optional<String> overdue, Known<List<Bring>> brings) {
    /**
     * What resuming does to a package.
     *
     * @param drift how what comes stands to what runs; unknown where it is not counted
     */
    public record Bring(PackageName name, CommitId from, CommitId to, Drift drift) {
        /** Commits gained and lost as far as they are known, e.g. {@code +5 −1}; may be empty. */
        String counts() {
            return switch (drift) {
                case Drift.AtPin at -> "";
                case Drift.Ahead(int ahead) -> "+" + ahead;
                case Drift.Behind(int behind) -> "−" + behind;
                case Drift.Diverged(int ahead, int behind) -> "+" + ahead + " −" + behind;
                case Drift.Unknown unknown -> "";
            };
        }

        /** How many commits that run now would not run any more, as far as it is known. */
        int loses() {
            return switch (drift) {
                case Drift.AtPin at -> 0;
                case Drift.Ahead ahead -> 0;
                case Drift.Behind(int behind) -> behind;
                case Drift.Diverged(int ahead, int behind) -> behind;
                case Drift.Unknown unknown -> 0;
            };
        }
    }

    /** The packages that are known to move. */
    List<Bring> known() {
        return brings.found().orElse(List.of());
    }
}
