package org.obsenv.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.obsenv.cli.Opened;
import org.obsenv.cli.Sources;
import org.obsenv.environment.LayoutEnvironmentReader;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.git.JGitChangeReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.yaml.YamlProblem;

/** Joins the readers and the gateway for the command line. */
final class CommandSources implements Sources {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final InstantSource clock;

    CommandSources(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Opened site(Path siteFile) throws YamlProblem {
        Site site = SiteFile.read(siteFile);
        BoundedReads reads = reads();
        CommitCache cache = new CommitCache();
        LayoutPaths paths = new LayoutPaths(site.root());
        return new Opened(
                site.zone(),
                site.packageNames(),
                new LayoutEnvironmentReader(
                        site.name(), site.root(), site.baseList(), site.packageNames(), reads, cache, clock),
                new JGitChangeReader(paths::repository, reads),
                Optional.empty(),
                site.afterRollback(),
                site.contact());
    }

    @Override
    public Opened clones(Path directory, Path baseList, String deployBranch) throws YamlProblem {
        throw new UnsupportedOperationException("clones");
    }

    private static BoundedReads reads() {
        return new BoundedReads(LIMIT, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
}
