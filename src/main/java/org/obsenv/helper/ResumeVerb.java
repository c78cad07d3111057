package org.obsenv.helper;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.protocol.Saw;

/** {@code current} → {@code deploy}: everybody follows the auto-pull again. */
final class ResumeVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        // Typed by hand it claims nothing; then what was there when it began counts, however long it was stopped since.
        Optional<SwitchToken> saw = act.request().saw() instanceof Saw.Current seen
                ? Optional.of(seen.token())
                : act.links().current();
        return new SwitchAct(act).run(current -> target(act, saw, current));
    }

    private static SwitchAct.Target target(Act act, Optional<SwitchToken> saw, Optional<SwitchToken> current)
            throws IOException, RefusedException {
        // Target, inode and change time: the target alone repeats, and a stale click would undo a later roll back.
        if (!current.equals(saw)) {
            throw new RefusedException(Refusal.SWITCH_MOVED, Map.of("saw", text(saw), "now", text(current)));
        }
        GenerationId deploy = act.links()
                .deploy()
                .orElseThrow(() -> new RefusedException(
                        Refusal.GENERATION_DAMAGED,
                        Map.of("generation", LayoutPaths.DEPLOY, "problem", "the link names no generation")));
        return new SwitchAct.Target(LayoutPaths.DEPLOY, deploy);
    }

    private static String text(Optional<SwitchToken> token) {
        return token.map(SwitchToken::target).orElse("nothing");
    }
}
