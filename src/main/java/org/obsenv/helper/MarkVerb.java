package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Mark;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.GenerationProof;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.MarkDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.words.Endings;

/** Says that a generation is good, or takes that back. Nothing that runs is touched. */
final class MarkVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Aim.Marked aim = act.request().aim() instanceof Aim.Marked said ? said : new Aim.Marked(running(act), true);
        Path file = act.paths().mark(aim.id());
        Durable.directory(act.paths().marks(), "rwxr-xr-x");
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), SwitchAct.PATIENCE)) {
            ActRecord record = new ActRecord(act, new JournalFile(act.paths().journal()));
            if (aim.isGood()) {
                requireWhole(act, aim.id());
            } else if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new RefusedException(
                        Refusal.NOT_MARKED, Map.of("generation", aim.id().written()));
            }
            Instant at = act.clock().instant();
            if (aim.isGood()) {
                Durable.replace(file, MarkDocument.write(mark(act, aim.id(), at)));
            } else {
                Files.delete(file);
                Durable.forceDirectory(act.paths().marks());
            }
            return new Outcome.Marked(aim.id(), aim.isGood(), at, recorded(record, aim));
        }
    }

    private static Mark mark(Act act, GenerationId id, Instant at) {
        return new Mark(
                id,
                at,
                act.caller().account(),
                act.request().initials(),
                act.request().reason());
    }

    /** The mark is made; that it could not be written down is only said. */
    private static List<String> recorded(ActRecord record, Aim.Marked aim) {
        Optional<String> link = Optional.of(LayoutPaths.textOf(aim.id()));
        try {
            record.repair();
            record.end(
                    link, link.get(), List.of(), "done", aim.isGood() ? Optional.empty() : Optional.of("taken back"));
            return List.of();
        } catch (IOException e) {
            return List.of(new Endings().remark(Remark.RECORD_INCOMPLETE, Endings.Done.MARKED));
        }
    }

    private static void requireWhole(Act act, GenerationId id) throws RefusedException {
        if (!Files.isDirectory(act.paths().generation(id), LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedException(Refusal.NO_GENERATION, Map.of("generation", id.written()));
        }
        if (GenerationProof.of(act.paths(), id) instanceof GenerationProof.Damaged(String problem)) {
            throw new RefusedException(Refusal.CANNOT_MARK, Map.of("generation", id.written(), "problem", problem));
        }
    }

    /** Typed by hand it names none: what runs is meant. */
    private static GenerationId running(Act act) throws IOException, RefusedException {
        Optional<String> current = act.links().current().map(SwitchToken::target);
        Optional<GenerationId> running =
                current.isEmpty() ? Optional.empty() : act.links().generationFor(current.get());
        return running.orElseThrow(() -> new RefusedException(
                Refusal.CANNOT_MARK, Map.of("generation", "current", "problem", "it names no generation")));
    }
}
