package org.obsenv.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.obsenv.protocol.CscChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class CscAddCommand extends CscDeedCommand {
    @Parameters(paramLabel = "CSC", index = "0")
    @Nullable
    String name;

    @Parameters(paramLabel = "VERSION", index = "1")
    @Nullable
    String version;

    @Option(names = "--return-to", paramLabel = "VERSION", required = true)
    @Nullable
    String returnTo;

    @Option(names = "--steps", paramLabel = "TEXT", required = true)
    @Nullable
    String steps;

    @Mixin
    UntilOption until = new UntilOption();

    CscAddCommand(Sources sources, Screen screen, Waiting waiting) {
        super(sources, screen, waiting);
    }

    @Override
    CscChange change() {
        return new CscChange.Put(
                Objects.requireNonNull(name),
                Objects.requireNonNull(version),
                Objects.requireNonNull(returnTo),
                until.given(),
                Objects.requireNonNull(steps));
    }
}
