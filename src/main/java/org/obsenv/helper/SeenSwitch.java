package org.obsenv.helper;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.protocol.Saw;

/** The very link that a person saw as {@code current}, for verbs that go away from it. */
final class SeenSwitch {
    private SeenSwitch() {}

    /** Typed by hand it claims nothing; then what was there when it began counts, however long it was stopped since. */
    static Optional<SwitchToken> of(Act act) throws IOException {
        return act.request().saw() instanceof Saw.Current seen
                ? Optional.of(seen.token())
                : act.links().current();
    }

    /** Target, inode and change time: the target alone repeats, and a stale click would undo a later roll back. */
    static void require(Optional<SwitchToken> saw, Optional<SwitchToken> current) throws RefusedException {
        if (!current.equals(saw)) {
            throw new RefusedException(Refusal.SWITCH_MOVED, Map.of("saw", text(saw), "now", text(current)));
        }
    }

    private static String text(Optional<SwitchToken> token) {
        return token.map(SwitchToken::target).orElse("nothing");
    }
}
