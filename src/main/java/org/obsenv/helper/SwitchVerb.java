package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.protocol.Aim;

/** {@code current} → a generation by name: an undo, or the return to a good night. Held there, as after a roll back. */
final class SwitchVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        if (!(act.request().aim() instanceof Aim.Generation(GenerationId id, var until))) {
            throw new RefusedException(
                    Refusal.UNAIMED, Map.of("verb", act.request().verb().written()));
        }
        Optional<SwitchToken> saw = SeenSwitch.of(act);
        return new SwitchAct(act)
                .run(current -> {
                    SeenSwitch.require(saw, current);
                    if (!Files.isDirectory(act.paths().generation(id), LinkOption.NOFOLLOW_LINKS)) {
                        throw new RefusedException(Refusal.NO_GENERATION, Map.of("generation", id.written()));
                    }
                    return new SwitchAct.Target(LayoutPaths.textOf(id), id);
                })
                .outcome();
    }
}
