package org.obsenv.console.changes;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.obsenv.console.support.Clipboard;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.TicketRules;

/**
 * What leads from a commit out of the window. None of it blocks.
 *
 * @param tickets how they are spelled, and where they are
 * @param browser opens an address
 * @param commit opens a commit's page; empty where the site does not say where commits are
 */
public record Outward(
        TicketRules tickets,
        Consumer<String> browser,
        Optional<BiConsumer<PackageName, CommitId>> commit,
        Clipboard clipboard) {
    /** What opens a ticket's page; empty where the site does not say where such tickets are. */
    Optional<Runnable> ticket(String id) {
        return tickets.address(id).map(address -> () -> browser.accept(address));
    }
}
