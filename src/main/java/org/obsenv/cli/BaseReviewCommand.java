package org.obsenv.cli;

import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;

/** Records that the list, as it can be read from here, was looked at. */
@Command(name = "review", sortOptions = false)
final class BaseReviewCommand extends VerbCommand {
    BaseReviewCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.REVIEW_BASE, sources, screen, waiting);
    }

    @Override
    Known<Aim> aim(Opened opened) {
        return opened.lists().orElseThrow().list().map(list -> new Aim.Reviewed(list.sha256()));
    }

    /** Not asked: nothing that runs is changed by it. */
    @Override
    boolean isDone(EnvironmentReading look) {
        return false;
    }

    @Override
    boolean isShown(Outcome.Recorded recorded, Opened opened) {
        return opened.lists()
                .flatMap(reader -> reader.list().found())
                .flatMap(list -> list.reviewed())
                .filter(review -> !review.at().isBefore(recorded.at()))
                .isPresent();
    }
}
