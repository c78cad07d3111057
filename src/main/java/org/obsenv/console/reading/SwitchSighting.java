package org.obsenv.console.reading;

import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;

/** When this workstation saw the newest switch; a mount may show it seconds after the server has it. */
public sealed interface SwitchSighting {
    /** No switch was seen yet. */
    record None() implements SwitchSighting {}

    /** It was so at the first look. */
    record Before(SwitchToken token) implements SwitchSighting {}

    /**
     * It came while this console looked.
     *
     * @param at when the look ended that showed it, by this workstation's clock
     */
    record Here(SwitchToken token, Instant at) implements SwitchSighting {}

    /** What is known after one more look. */
    default SwitchSighting after(SwitchState current, Instant now) {
        Optional<SwitchToken> token = tokenOf(current);
        return switch (this) {
            case None none -> token.<SwitchSighting>map(Before::new).orElse(this);
            case Before(SwitchToken known) -> after(known, token, now);
            case Here(SwitchToken known, Instant at) -> after(known, token, now);
        };
    }

    private SwitchSighting after(SwitchToken known, Optional<SwitchToken> token, Instant now) {
        return token.filter(each -> !each.equals(known))
                .<SwitchSighting>map(each -> new Here(each, now))
                .orElse(this);
    }

    private static Optional<SwitchToken> tokenOf(SwitchState current) {
        return switch (current) {
            case SwitchState.Following following -> Optional.of(following.token());
            case SwitchState.Held held -> Optional.of(held.token());
            case SwitchState.WatchOnly none -> Optional.empty();
            case SwitchState.Unknown unknown -> Optional.empty();
        };
    }
}
