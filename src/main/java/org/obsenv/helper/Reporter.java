package org.obsenv.helper;

import org.obsenv.domain.Outcome;
import org.obsenv.site.Site;

/**
 * Tells whoever asked how the work goes. Never throws: a caller that went away, or closed its ears, neither stops nor
 * fails an act.
 */
interface Reporter {
    void progress(String step, String subject, int done, int total);

    /** The site, once its file was read: it says whom to call and what to type when it does not end well. */
    default void site(Site site) {}

    void ended(Outcome outcome);
}
