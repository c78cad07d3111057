package org.obsenv.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * What a verb is asked to do. Who asks is not in it: that is for sudo to prove.
 *
 * @param aim what it is to reach, where the verb alone does not say so
 * @param reason why, in a person's words
 * @param initials who sits at a shared account
 * @param host the workstation it was asked from
 */
public record Request(
        Verb verb, Saw saw, Aim aim, Optional<String> reason, Optional<String> initials, Optional<String> host) {
    /** Of a verb that says it all. */
    public Request(Verb verb, Saw saw, Optional<String> reason, Optional<String> initials, Optional<String> host) {
        this(verb, saw, new Aim.None(), reason, initials, host);
    }

    /** When what it begins is meant to end, if that was said. */
    public Optional<Instant> until() {
        return switch (aim) {
            case Aim.Generation(var id, Optional<Instant> until) -> until;
            case Aim.Deploy(var packages, Optional<Instant> until) -> until;
            case Aim.Csc(int saw, CscChange.Put put) -> put.until();
            case Aim.Csc(int saw, CscChange.End end) -> Optional.empty();
            case Aim.None none -> Optional.empty();
            case Aim.Acknowledge acknowledge -> Optional.empty();
            case Aim.Marked marked -> Optional.empty();
            case Aim.Planned planned -> Optional.empty();
            case Aim.LetPass let -> Optional.empty();
            case Aim.SetBase base -> Optional.empty();
            case Aim.Reviewed reviewed -> Optional.empty();
        };
    }

    /** A request that claims nothing, as typed by hand. */
    public static Request plain(Verb verb) {
        return new Request(verb, new Saw.Nothing(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
