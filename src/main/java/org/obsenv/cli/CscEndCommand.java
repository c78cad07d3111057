package org.obsenv.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.obsenv.protocol.CscChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class CscEndCommand extends CscDeedCommand {
    @Parameters(paramLabel = "CSC", index = "0")
    @Nullable
    String name;

    CscEndCommand(Sources sources, Screen screen, Waiting waiting) {
        super(sources, screen, waiting);
    }

    @Override
    CscChange change() {
        return new CscChange.End(Objects.requireNonNull(name));
    }
}
