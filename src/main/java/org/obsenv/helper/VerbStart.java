package org.obsenv.helper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.obsenv.domain.Outcome;

/** What stands between a verb's start and its work: the site file, the caller and the paths are proven, in this order. */
interface VerbStart {
    /** How it tells a person who typed it. */
    Reporter toPerson(PrintStream out);

    /** Whether it must not act unasked. */
    boolean needsRequest();

    /**
     * Does it.
     *
     * @param document the request on standard input; empty when it was typed by hand
     */
    Outcome run(Path siteFile, Optional<byte[]> document, Reporter reporter) throws IOException, RefusedException;
}
