package org.obsenv.helper;

import org.obsenv.domain.Outcome;

/**
 * Tells whoever asked how the work goes. Never throws: a caller that went away, or closed its ears, neither stops nor
 * fails an act.
 */
interface Reporter {
    void progress(String step, String subject, int done, int total);

    void ended(Outcome outcome);
}
