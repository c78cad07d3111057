package org.obsenv.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.obsenv.cli.Opened;
import org.obsenv.cli.OpenedLedger;
import org.obsenv.cli.Repositories;
import org.obsenv.cli.Sources;
import org.obsenv.clones.ClonePlaces;
import org.obsenv.domain.HostReader;
import org.obsenv.domain.notebooks.NotebooksGateway;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.environment.LayoutHostReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.protocol.Saw;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.sudo.SudoHelperGateway;
import org.obsenv.sudo.SudoSignOffGateway;
import org.obsenv.yaml.YamlProblem;

/** Joins the readers and the gateway for the command line. */
final class CommandSources implements Sources {
    // A command looks once; the work trees are scanned then.
    private static final Duration SCAN = Duration.ofSeconds(30);

    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Readers readers;

    private final InstantSource clock;

    CommandSources(InstantSource clock) {
        this.clock = clock;
        this.readers = new Readers(clock);
    }

    @Override
    public Opened site(Path siteFile) throws YamlProblem {
        Site site = SiteFile.read(siteFile);
        return new Opened(
                site.zone(),
                readers.environment(site),
                readers.changes(site),
                Optional.of(readers.revisions(site)),
                Optional.of(readers.cscs(site)),
                Optional.of(readers.histories(site)),
                Optional.of(readers.alarms(site)),
                Optional.of(readers.timeline(site)),
                Optional.of(readers.lists(site)),
                Optional.of(new SudoHelperGateway(site, SILENCE)),
                Glance.at(new Links(new LayoutPaths(site.root()))),
                site.afterRollback(),
                site.contact());
    }

    @Override
    public Optional<OpenedLedger> ledger(Path siteFile) throws YamlProblem {
        Site site = SiteFile.read(siteFile);
        Optional<SiteImages> images = site.images().map(readers::images);
        return site.signOff()
                .map(rules -> new OpenedLedger(
                        site.zone(),
                        rules.policy(),
                        site.windows(),
                        readers.ledger(rules),
                        new SudoSignOffGateway(site, SILENCE),
                        Readers.account(),
                        clock,
                        images,
                        site.contact(),
                        readers.comparison(site, images),
                        site.links().releaseNotes()));
    }

    @Override
    public NotebooksGateway notebooks(Path siteFile) throws YamlProblem {
        return readers.notebooks(SiteFile.read(siteFile));
    }

    @Override
    public HostReader host(Path siteFile) throws YamlProblem {
        return hostAt(SiteFile.read(siteFile).root());
    }

    @Override
    public HostReader hostAt(Path root) {
        return new LayoutHostReader(new LayoutPaths(root.toAbsolutePath().normalize()));
    }

    @Override
    public Repositories repositories(Path siteFile) throws YamlProblem {
        Site site = SiteFile.read(siteFile);
        return new Repositories(site.packageNames(), readers.revisions(site));
    }

    @Override
    public Repositories repositoriesIn(Path clones) throws IOException {
        ClonePlaces places = new ClonePlaces(clones.toAbsolutePath().normalize());
        return new Repositories(List.copyOf(places.names()), Readers.revisions(places));
    }

    @Override
    public Opened clones(Path directory, Path baseList, String deployBranch) {
        Path here = directory.toAbsolutePath().normalize();
        return new Opened(
                ZoneId.systemDefault(),
                readers.clones(here, baseList.toAbsolutePath(), deployBranch, SCAN),
                readers.changesOfClones(here),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                verb -> new Saw.Nothing(),
                List.of(),
                Optional.empty());
    }
}
