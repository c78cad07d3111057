package org.obsenv.domain.signoff;

import java.util.List;
import java.util.stream.Stream;

/**
 * One acknowledgement that the policy asks for, and who may give it.
 *
 * @param id its key in the site file, e.g. {@code pipelines}
 * @param title as people say it, e.g. {@code Science Pipelines lead}
 * @param holders the accounts that hold the role
 * @param alternates who may give it as well by another role, e.g. the data engineer for the product owner
 */
public record Seat(String id, String title, List<String> holders, List<Alternate> alternates) {
    /** Another role whose holders may sit here. */
    public record Alternate(String title, List<String> holders) {
        public Alternate {
            holders = List.copyOf(holders);
        }
    }

    public Seat {
        holders = List.copyOf(holders);
        alternates = List.copyOf(alternates);
    }

    /** Everybody whose own seat this is. */
    public Stream<String> sitters() {
        return Stream.concat(holders.stream(), alternates.stream().flatMap(each -> each.holders().stream()));
    }

    public boolean isHeldBy(String account) {
        return sitters().anyMatch(account::equals);
    }
}
