package org.obsenv.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.obsenv.domain.registry.Retention;

/**
 * Where the site's images are.
 *
 * @param recommended the tag that people start from, e.g. {@code recommended} or {@code recommended_c0044}
 * @param packagesLabel the label of an image that holds the list of its packages; empty where no label does
 */
public record ImageSite(Source source, String recommended, Retention retention, Optional<String> packagesLabel) {
    /** Whether the verb moves the recommended tag itself. */
    public boolean isOurs() {
        return source instanceof Source.Registry registry
                && registry.promotion().isPresent();
    }

    public sealed interface Source {
        /**
         * A repository of a registry.
         *
         * @param credentials a file that whoever looks can read; empty for a registry that asks for nothing
         * @param promotion a file that only the ledger's account can read, for moving the recommended tag; empty where
         *     somebody else moves it
         */
        record Registry(URI base, String repository, Optional<Path> credentials, Optional<Path> promotion)
                implements Source {}

        /** A list that is kept by hand. */
        record Listed(Path file) implements Source {}
    }
}
