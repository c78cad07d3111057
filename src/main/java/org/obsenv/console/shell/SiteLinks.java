package org.obsenv.console.shell;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.obsenv.console.changes.Outward;
import org.obsenv.console.support.Clipboard;
import org.obsenv.domain.changes.TicketRules;
import org.obsenv.site.Site;
import org.obsenv.site.WebLinks;
import org.obsenv.words.Words;

/** The site's pages outside: tickets, commits and release notes. */
record SiteLinks(WebLinks links, TicketRules ticketRules, Consumer<String> browser) {
    static SiteLinks of(Site site, Consumer<String> browser) {
        return new SiteLinks(site.links(), new TicketRules(site.tickets()), browser);
    }

    /** Opens a ticket; empty where the site names no place for them. */
    Optional<Consumer<String>> tickets() {
        return links.ticket().map(template -> ticket -> browser.accept(Words.fill(template, Map.of("id", ticket))));
    }

    /** Opens the release notes of an image's tag; empty where the site names no place for them. */
    Optional<Consumer<String>> releaseNotes() {
        return links.releaseNotes().map(template -> tag -> browser.accept(Words.fill(template, Map.of("tag", tag))));
    }

    Outward outward(Clipboard clipboard) {
        return new Outward(
                ticketRules,
                browser,
                links.commit()
                        .map(template -> (name, commit) -> browser.accept(
                                Words.fill(template, Map.of("package", name.text(), "commit", commit.hex())))),
                clipboard);
    }
}
