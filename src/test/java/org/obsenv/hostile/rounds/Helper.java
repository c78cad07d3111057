package org.obsenv.hostile.rounds;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.protocol.Verb;

/** The helper's program: the product, or one with a fault in it. */
interface Helper {
    List<String> command(Verb verb, Path siteFile);

    static Helper product() {
        return HelperCommand::of;
    }

    /** The product with the classes of that directory in the place of its own. */
    static Helper with(Path classes) {
        return (verb, siteFile) -> {
            List<String> command = new ArrayList<>(HelperCommand.of(verb, siteFile));
            int place = command.indexOf("-cp") + 1;
            command.set(place, classes + File.pathSeparator + command.get(place));
            return command;
        };
    }
}
