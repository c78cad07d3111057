package org.obsenv.console.windows;

import java.util.List;
import java.util.Optional;

/**
 * The chosen session, in words.
 *
 * @param sub what is to be said under the title: when, by the window's own clock
 * @param zone the clock by which times are typed
 * @param facts state, what is worked on, who may speak of it
 * @param offered what this person may say of it now
 * @param localStart as it is typed, for the form; so is the end
 * @param startAnnouncement plain text to copy; so is that of the end
 */
record SessionPage(
        SessionRow row,
        String title,
        String sub,
        String zone,
        List<Fact> facts,
        List<Saying> offered,
        String localStart,
        String localEnd,
        Optional<String> confirms,
        String startAnnouncement,
        String endAnnouncement) {
    SessionPage {
        facts = List.copyOf(facts);
        offered = List.copyOf(offered);
    }

    record Fact(String name, String value) {}
}
