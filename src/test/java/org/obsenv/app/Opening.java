package org.obsenv.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the console anew: on another site file, as another person, at another time. */
record Opening(Start start, ShiftedClock clock) {
    /** Opens it; without an actor as whoever runs the program. */
    interface Start {
        void open(Path siteFile, Optional<String> actor) throws IOException;
    }

    void on(Path siteFile) throws IOException {
        start.open(siteFile, Optional.empty());
    }

    /** What the page offers to somebody else; her acts would be those of whoever runs the program. */
    void as(String actor, Path siteFile) throws IOException {
        start.open(siteFile, Optional.of(actor));
    }
}
