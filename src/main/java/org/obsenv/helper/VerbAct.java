package org.obsenv.helper;

import java.io.IOException;
import org.obsenv.domain.Outcome;

/** One verb's work. */
interface VerbAct {
    /**
     * Does it.
     *
     * @throws RefusedException when nothing was changed and a person can do something about it
     * @throws IOException when the disk or a program failed; what importing processes see is whole, old or new
     */
    Outcome run(Act act) throws IOException, RefusedException;
}
