package org.obsenv.cli;

import org.obsenv.domain.CscList;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.CscChange;
import org.obsenv.protocol.Verb;

/** Changes the list of CSCs under test, as it can be read from here. */
abstract class CscDeedCommand extends VerbCommand {
    CscDeedCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.CSC, sources, screen, waiting);
    }

    abstract CscChange change();

    @Override
    final Known<Aim> aim(Opened opened) {
        Known<CscList> list = opened.cscs().orElseThrow().read();
        return list.map(each -> new Aim.Csc(each.revision(), change()));
    }

    /** Not asked: nothing that runs is changed by it. */
    @Override
    final boolean isDone(EnvironmentReading look) {
        return false;
    }
}
