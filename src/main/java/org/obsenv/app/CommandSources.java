package org.obsenv.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.obsenv.cli.Opened;
import org.obsenv.cli.Sources;
import org.obsenv.clones.ClonePlaces;
import org.obsenv.clones.ClonesEnvironmentReader;
import org.obsenv.environment.LayoutEnvironmentReader;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.git.JGitChangeReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.sudo.SudoHelperGateway;
import org.obsenv.yaml.YamlProblem;

/** Joins the readers and the gateway for the command line. */
final class CommandSources implements Sources {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    // How old the state of work trees may get; the site file's console.scan does not speak for an ad hoc directory.
    private static final Duration SCAN = Duration.ofSeconds(30);

    private static final Duration SILENCE = Duration.ofSeconds(60);

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
                new LayoutEnvironmentReader(
                        site.name(), site.root(), site.baseList(), site.packageNames(), reads, cache, clock),
                new JGitChangeReader(paths::repository, reads),
                Optional.of(new SudoHelperGateway(site, SILENCE)),
                site.afterRollback(),
                site.contact());
    }

    @Override
    public Opened clones(Path directory, Path baseList, String deployBranch) throws YamlProblem {
        Path directoryHere = directory.toAbsolutePath().normalize();
        BoundedReads reads = reads();
        return new Opened(
                ZoneId.systemDefault(),
                new ClonesEnvironmentReader(
                        directoryHere, baseList.toAbsolutePath(), deployBranch, SCAN, reads, new CommitCache(), clock),
                new JGitChangeReader(new ClonePlaces(directoryHere), reads),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static BoundedReads reads() {
        return new BoundedReads(LIMIT, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
}
