package org.obsenv.domain.signoff;

import org.obsenv.domain.image.ImageTag;

/** Reads reports of notebooks that were run elsewhere. Blocks, for a bounded time; never throws for what it finds. */
public interface CheckReports {
    /** A report: a file's path, or a web address. */
    sealed interface Source {
        /** A summary of mobu, which runs notebooks on deployments: its flock's counts. */
        record Mobu(String place) implements Source {}

        /** A report in the JUnit XML form. */
        record JUnit(String place) implements Source {}
    }

    /** What the report says about that image. */
    ImportedCheck read(Source source, ImageTag tag, Digest image);
}
