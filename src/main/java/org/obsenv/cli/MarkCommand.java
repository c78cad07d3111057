package org.obsenv.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class MarkCommand extends VerbCommand {
    @Parameters(paramLabel = "GENERATION", arity = "0..1", converter = Generations.class)
    @Nullable
    GenerationId generation;

    @Option(names = "--take-back")
    boolean takeBack;

    MarkCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.MARK, sources, screen, waiting);
    }

    /** Without a number what runs is meant: the one that the person can see in her terminal, not another a moment later. */
    @Override
    Known<Aim> aim(Opened opened) {
        return Optional.ofNullable(generation)
                .map(Known::of)
                .orElseGet(() -> running(opened))
                .map(id -> new Aim.Marked(id, !takeBack));
    }

    private Known<GenerationId> running(Opened opened) {
        return opened.reader()
                .refresh()
                .current()
                .running()
                .map(Known::of)
                .orElseGet(() -> Known.unknown(words.text("verb.nothing-runs")));
    }

    /** Not asked: nothing that runs is changed by it. */
    @Override
    boolean isDone(EnvironmentReading look) {
        return false;
    }
}
