package org.obsenv.cli;

import java.io.IOException;
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

    /** What the names in the repositories of a site's packages stand for. */
    Repositories repositories(Path siteFile) throws YamlProblem;

    /**
     * The same, of the plain clones in a directory.
     *
     * @throws IOException when the directory cannot be read
     */
    Repositories repositoriesIn(Path clones) throws IOException;

    /** A directory of plain clones, watched only. */
    Opened clones(Path directory, Path baseList, String deployBranch) throws YamlProblem;
}
