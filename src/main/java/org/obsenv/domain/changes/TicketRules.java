package org.obsenv.domain.changes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How tickets are spelled here. Safe for several threads. */
public final class TicketRules {
    /** The trackers in use at the observatory, without addresses. */
    public static final TicketRules STANDARD =
            new TicketRules(List.of(new TicketRule(TicketRule.STANDARD_PREFIXES, Optional.empty())));

    // Anybody may push a commit whose message is a book.
    private static final int LOOKED_AT = 64 * 1024;

    private final List<TicketRule> rules;
    private final Pattern pattern;

    /**
     * @param rules at least one; a prefix is letters and digits
     */
    public TicketRules(List<TicketRule> rules) {
        this.rules = List.copyOf(rules);
        String prefixes = rules.stream()
                .flatMap(each -> each.prefixes().stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        if (prefixes.isEmpty()) {
            throw new IllegalArgumentException("no prefix of tickets");
        }
        // BLOCK-T569 is one too; XDM-1 and DM-1a are none.
        this.pattern = Pattern.compile("(?<![A-Za-z0-9])(?:" + prefixes + ")-T?[0-9]{1,9}(?![A-Za-z0-9])");
    }

    /** The first ticket in a commit's message, within its first 64 Ki characters. */
    public Optional<String> find(String message) {
        Matcher matcher = pattern.matcher(message.substring(0, Math.min(LOOKED_AT, message.length())));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Where a ticket is; empty where the site does not say. */
    public Optional<String> address(String ticket) {
        return rules.stream()
                .filter(each -> each.isOf(ticket))
                .findFirst()
                .flatMap(TicketRule::link)
                .map(each -> each.replace(TicketRule.PLACE, ticket));
    }
}
