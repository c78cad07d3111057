package org.obsenv.helper;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return new SwitchAct(act).run(current -> target(act, current), Set.of());
    }

    private static SwitchAct.Target target(Act act, Optional<SwitchToken> current)
            throws IOException, RefusedException {
        // Target, inode and change time: the target alone repeats, and a stale click would undo a later roll back.
        if (act.request().saw() instanceof Saw.Current saw && !current.equals(Optional.of(saw.token()))) {
            throw new RefusedException(
                    Refusal.SWITCH_MOVED,
                    Map.of(
                            "saw",
                            saw.token().target(),
                            "now",
                            current.map(SwitchToken::target).orElse("nothing")));
        }
        GenerationId deploy = act.links()
                .deploy()
                .orElseThrow(() -> new RefusedException(
                        Refusal.GENERATION_DAMAGED,
                        Map.of("generation", LayoutPaths.DEPLOY, "problem", "the link names no generation")));
        return new SwitchAct.Target(LayoutPaths.DEPLOY, deploy);
    }
}
