package org.obsenv.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.site.SiteFile;
import picocli.CommandLine.Option;

/** {@code --site FILE}, with its default. The description is in the bundle {@code cli}. */
final class SiteOption {
    @Option(names = "--site", paramLabel = "FILE")
    @Nullable
    Path given;

    Path file() {
        return Optional.ofNullable(given).orElse(SiteFile.DEFAULT);
    }

    boolean isGiven() {
        return given != null;
    }
}
