package org.obsenv.console.shell;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.obsenv.console.changes.Outward;
import org.obsenv.console.support.Clipboard;
import org.obsenv.site.WebLinks;
import org.obsenv.words.Words;

/** The site's pages outside: tickets and commits. */
record SiteLinks(WebLinks links, Consumer<String> browser) {
    /** Opens a ticket; empty where the site names no place for them. */
    Optional<Consumer<String>> tickets() {
        return links.ticket().map(template -> ticket -> browser.accept(Words.fill(template, Map.of("id", ticket))));
    }

    Outward outward(Clipboard clipboard) {
        return new Outward(
                tickets(),
                links.commit()
                        .map(template -> (name, commit) -> browser.accept(
                                Words.fill(template, Map.of("package", name.text(), "commit", commit.hex())))),
                clipboard);
    }
}
