package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.ManifestHeader;
import org.obsenv.protocol.Saw;
import org.obsenv.yaml.StrictYaml;

/** {@code current} → base's generation, by name: held, whatever the auto-pull does. */
final class RollbackVerb implements VerbAct {
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(2);

    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        // The list is somebody else's file, maybe on a mount that hangs: it is looked at beside the switch, and what
        // cannot be read in time is said and stops nothing.
        Beside<String> list = Beside.start("list", () -> digest(act.site().baseList()));
        SwitchAct.Done done = new SwitchAct(act).run(current -> target(act, current));
        return done.outcome()
                .saying(list.within(LIST_PATIENCE)
                        .map(digest -> compare(digest, done.manifest()))
                        .orElse(Set.of(Remark.LIST_UNREADABLE)));
    }

    /** Compares base only: the running generation may move under the person's eyes, and that is why she rolls back. */
    private static SwitchAct.Target target(Act act, Optional<SwitchToken> current)
            throws IOException, RefusedException {
        String link = Links.text(act.paths().base())
                .orElseThrow(() -> new RefusedException(
                        Refusal.BASE_NOT_BUILT,
                        Map.of("list", act.site().baseList().toString())));
        GenerationId base = Links.generationIn(link)
                .orElseThrow(() -> new RefusedException(
                        Refusal.GENERATION_DAMAGED,
                        Map.of("generation", "base", "problem", "the link base names " + link)));
        if (act.request().saw() instanceof Saw.Base saw && !saw.generation().equals(base)) {
            throw new RefusedException(
                    Refusal.BASE_MOVED, Map.of("saw", saw.generation().written(), "base", base.written()));
        }
        String text = LayoutPaths.textOf(base);
        Optional<String> now = current.map(SwitchToken::target);
        if (act.request().saw() instanceof Saw.HeldAtBase && !now.equals(Optional.of(text))) {
            throw new RefusedException(Refusal.SWITCH_MOVED, Map.of("saw", text, "now", now.orElse("nothing")));
        }
        return new SwitchAct.Target(text, base);
    }

    /** Whether the list says what base was built from. */
    private static Set<Remark> compare(String digest, ManifestHeader base) {
        return base.list().equals(Optional.of(digest)) ? Set.of() : Set.of(Remark.LIST_EDITED);
    }

    private static String digest(Path list) throws IOException {
        if (!Files.isRegularFile(list) || Files.size(list) > StrictYaml.LARGE) {
            throw new IOException(list + " is no list");
        }
        return Sha256.hex(Files.readAllBytes(list));
    }
}
