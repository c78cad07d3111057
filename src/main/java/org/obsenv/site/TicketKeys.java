package org.obsenv.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.changes.TicketRule;
import org.obsenv.words.Visible;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** Reads {@code tickets}: how they are spelled here, and where they are. */
final class TicketKeys {
    private static final String KEY = "tickets";
    private static final String PREFIXES = "prefixes";
    private static final String LINK = "link";
    private static final int LONGEST = 20;

    private TicketKeys() {}

    /**
     * Left out, the trackers of the observatory.
     *
     * @param links where a rule without a link of its own finds its tickets
     */
    static List<TicketRule> of(Fields top, WebLinks links) throws YamlProblem {
        Optional<String> otherwise = links.ticket().map(each -> each.replace("{id}", TicketRule.PLACE));
        List<TicketRule> rules = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields each : top.mappings(KEY)) {
            each.require(PREFIXES, "a list of at least one prefix such as DM");
            List<String> prefixes = each.texts(PREFIXES);
            if (prefixes.isEmpty()) {
                throw each.problem(PREFIXES, "expected a list of at least one prefix such as DM");
            }
            for (String prefix : prefixes) {
                if (!isPrefix(prefix)) {
                    throw each.problem(
                            PREFIXES,
                            "expected letters and digits, beginning with a letter, found \"" + Visible.value(prefix)
                                    + "\"");
                }
                if (!seen.add(prefix)) {
                    throw each.problem(PREFIXES, "the prefix " + prefix + " stands here a second time");
                }
            }
            Optional<String> link = SiteFile.link(each, LINK);
            if (link.isPresent() && !link.get().contains(TicketRule.PLACE)) {
                throw each.problem(LINK, "expected a web address with " + TicketRule.PLACE + " in it");
            }
            each.end();
            rules.add(new TicketRule(prefixes, link.or(() -> otherwise)));
        }
        if (rules.isEmpty()) {
            if (top.has(KEY)) {
                throw top.problem(KEY, "expected a list of at least one mapping");
            }
            rules.add(new TicketRule(TicketRule.STANDARD_PREFIXES, otherwise));
        }
        return rules;
    }

    // By hand: a roll back, a cold JVM, reads this too, and waking regular expressions costs it milliseconds.
    private static boolean isPrefix(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean isLetter = (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z');
            if (!isLetter && (i == 0 || each < '0' || each > '9')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }
}
