package org.obsenv.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.obsenv.domain.HostReader;
import org.obsenv.domain.notebooks.NotebooksGateway;
import org.obsenv.yaml.YamlProblem;

/** Opens environments; wired above. */
public interface Sources {
    /** The generation layout that a site file describes. */
    Opened site(Path siteFile) throws YamlProblem;

    /** The sign-offs of a site; empty where its file says nothing about them. */
    Optional<OpenedLedger> ledger(Path siteFile) throws YamlProblem;

    /** The caller's own notebooks, beside the environment that a site file describes. */
    NotebooksGateway notebooks(Path siteFile) throws YamlProblem;

    /** What this machine sees of the environment that a site file describes. */
    HostReader host(Path siteFile) throws YamlProblem;

    /** The same, of the environment in that directory. */
    HostReader hostAt(Path root);

    /** A directory of plain clones, watched only. */
    Opened clones(Path directory, Path baseList, String deployBranch) throws YamlProblem;
}
