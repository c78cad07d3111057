package org.obsenv.cli;

import org.obsenv.domain.Known;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.protocol.ListChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Returns to a kept text of the list. */
@Command(name = "return", sortOptions = false)
final class BaseReturnCommand extends BaseDeedCommand {
    @Parameters(paramLabel = "VERSION")
    int version;

    BaseReturnCommand(Sources sources, Screen screen, Waiting waiting) {
        super(sources, screen, waiting);
    }

    @Override
    Known<ListChange> change(ListSight list, Opened opened) {
        return opened.lists().orElseThrow().version(version).map(earlier -> {
            new BaseLists(screen).differences(list, earlier);
            return new ListChange.Version(version);
        });
    }
}
