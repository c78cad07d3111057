package org.obsenv.cli;

import java.util.Optional;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes in the head that the status shows as refused; the reason is asked for by the verb itself. */
@Command(sortOptions = false)
final class LetPassCommand extends VerbCommand {
    @Parameters(paramLabel = "PACKAGE")
    String name = "";

    LetPassCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.SYNC, sources, screen, waiting);
    }

    @Override
    Known<Aim> aim(Opened opened) {
        return opened.reader().refresh().packages().stream()
                .filter(each -> each.name().text().equals(name) && each.flags().contains(Flag.REFUSED))
                .flatMap(each -> aim(each).stream())
                .findFirst()
                .map(Known::of)
                .orElseGet(() -> Known.unknown(words.text("let-pass.none", "name", screen.foreign(name))));
    }

    private static Optional<Aim> aim(PackageReading reading) {
        return reading.deployHead().found().map(commit -> new Aim.LetPass(reading.name(), commit));
    }

    /** Not asked: what is taken in runs only while the environment follows deploy. */
    @Override
    boolean isDone(EnvironmentReading look) {
        return false;
    }
}
