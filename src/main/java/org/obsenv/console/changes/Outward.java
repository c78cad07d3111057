package org.obsenv.console.changes;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.obsenv.console.support.Clipboard;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/**
 * What leads from a commit out of the window. None of it blocks.
 *
 * @param ticket opens a ticket's page; empty where the site does not say where tickets are
 * @param commit opens a commit's page; empty where the site does not say where commits are
 */
public record Outward(
        Optional<Consumer<String>> ticket, Optional<BiConsumer<PackageName, CommitId>> commit, Clipboard clipboard) {}
