package org.obsenv.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.obsenv.domain.HostReader;
import org.obsenv.domain.notebooks.NotebooksGateway;

/** Opens nothing: what a test means to be opened, it overrides. */
class NoSources implements Sources {
    @Override
    public Opened site(Path siteFile) {
        throw new AssertionError("looked at a site");
    }

    @Override
    public Optional<OpenedLedger> ledger(Path siteFile) {
        throw new AssertionError("looked at a ledger");
    }

    @Override
    public NotebooksGateway notebooks(Path siteFile) {
        throw new AssertionError("looked at notebooks");
    }

    @Override
    public HostReader host(Path siteFile) {
        throw new AssertionError("looked at a host");
    }

    @Override
    public HostReader hostAt(Path root) {
        throw new AssertionError("looked at a host");
    }

    @Override
    public Repositories repositories(Path siteFile) {
        throw new AssertionError("looked at repositories");
    }

    @Override
    public Repositories repositoriesIn(Path clones) {
        throw new AssertionError("looked at repositories");
    }

    @Override
    public Opened clones(Path directory, Path baseList, String deployBranch) {
        throw new AssertionError("looked at clones");
    }
}
