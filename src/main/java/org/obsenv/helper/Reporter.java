package org.obsenv.helper;

import org.obsenv.domain.Outcome;
import org.obsenv.site.Contact;

/**
 * Tells whoever asked how the work goes. Never throws: a caller that went away, or closed its ears, neither stops nor
 * fails an act.
 */
interface Reporter {
    void progress(String step, String subject, int done, int total);

    /** Who to call when it does not end well; known once the site file was read. */
    default void contact(Contact contact) {}

    void ended(Outcome outcome);
}
