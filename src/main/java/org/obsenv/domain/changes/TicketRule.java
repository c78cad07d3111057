package org.obsenv.domain.changes;

import java.util.List;
import java.util.Optional;

/**
 * How one tracker's tickets are spelled, and where they are.
 *
 * @param prefixes what stands before the hyphen
 * @param link a web address with {@code {ticket}}; empty where the site names none
 */
public record TicketRule(List<String> prefixes, Optional<String> link) {
    /** The trackers in use at the observatory. */
    public static final List<String> STANDARD_PREFIXES =
            List.of("DM", "OSW", "RSO", "SITCOM", "BLOCK", "CAP", "SUMMIT", "OBS", "TSS", "LOVE", "RFC");

    /** What stands for the ticket in an address. */
    public static final String PLACE = "{ticket}";

    public TicketRule {
        prefixes = List.copyOf(prefixes);
    }

    boolean isOf(String ticket) {
        return prefixes.stream().anyMatch(each -> ticket.startsWith(each + "-"));
    }
}
