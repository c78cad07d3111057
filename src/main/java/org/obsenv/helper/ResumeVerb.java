package org.obsenv.helper;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.LayoutPaths;

/** {@code current} → {@code deploy}: everybody follows the auto-pull again. */
final class ResumeVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Optional<SwitchToken> saw = SeenSwitch.of(act);
        return new SwitchAct(act).run(current -> target(act, saw, current)).outcome();
    }

    private static SwitchAct.Target target(Act act, Optional<SwitchToken> saw, Optional<SwitchToken> current)
            throws IOException, RefusedException {
        SeenSwitch.require(saw, current);
        GenerationId deploy = act.links()
                .deploy()
                .orElseThrow(() -> new RefusedException(
                        Refusal.GENERATION_DAMAGED,
                        Map.of("generation", LayoutPaths.DEPLOY, "problem", "the link names no generation")));
        return new SwitchAct.Target(LayoutPaths.DEPLOY, deploy);
    }
}
