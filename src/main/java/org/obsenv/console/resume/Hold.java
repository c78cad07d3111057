package org.obsenv.console.resume;

import java.util.List;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.SwitchToken;

/**
 * A held environment: what holds it, and what following deploy again would bring.
 *
 * @param token the very link that is seen
 * @param sentence who holds it, since when and why
 */
public record Hold(SwitchToken token, String sentence, List<Bring> brings) {
    /**
     * What resuming does to a package.
     *
     * @param counts commits gained and lost as far as they are known, e.g. {@code +5 −1}; may be empty
     */
    public record Bring(PackageName name, CommitId from, CommitId to, String counts) {}

    public Hold {
        brings = List.copyOf(brings);
    }
}
