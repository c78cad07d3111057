package org.obsenv.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.clones.ClonePlaces;
import org.obsenv.clones.ClonesEnvironmentReader;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CscReader;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.RevisionReader;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.basing.BaseListReader;
import org.obsenv.domain.basing.BringsReader;
import org.obsenv.domain.changes.HistoryReader;
import org.obsenv.domain.changes.TicketRule;
import org.obsenv.domain.changes.TicketRules;
import org.obsenv.domain.changes.ViewedFiles;
import org.obsenv.domain.comparison.ImageComparison;
import org.obsenv.domain.notebooks.NotebooksGateway;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.LedgerReader;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.domain.timeline.TimelineReader;
import org.obsenv.domain.trace.AlarmReader;
import org.obsenv.environment.LayoutAlarmReader;
import org.obsenv.environment.LayoutBaseListReader;
import org.obsenv.environment.LayoutCscReader;
import org.obsenv.environment.LayoutEnvironmentReader;
import org.obsenv.environment.LayoutTimelineReader;
import org.obsenv.environment.TimeLimitedReader;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.git.JGitBringsReader;
import org.obsenv.git.JGitChangeReader;
import org.obsenv.git.JGitHistoryReader;
import org.obsenv.git.JGitRevisionReader;
import org.obsenv.images.NoImages;
import org.obsenv.images.OciImages;
import org.obsenv.images.RememberedImages;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.ledger.DirectoryLedgerReader;
import org.obsenv.ledger.SeenFile;
import org.obsenv.notebooks.UserSetups;
import org.obsenv.registry.Credentials;
import org.obsenv.registry.ListedImages;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;
import org.obsenv.site.ImageSite;
import org.obsenv.site.SignOffSite;
import org.obsenv.site.Site;
import org.obsenv.viewed.ViewedFilesOnDisk;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/** Joins the readers of both kinds of environment, the same for the command line and the console. */
final class Readers {
    private static final Duration PACKAGE_LIMIT = Duration.ofSeconds(5);

    private static final Duration SEARCH_LIMIT = Duration.ofSeconds(30);

    // Longer than any look in which single packages are late.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final InstantSource clock;

    Readers(InstantSource clock) {
        this.clock = clock;
    }

    EnvironmentReader environment(Site site) {
        return new TimeLimitedReader(
                new LayoutEnvironmentReader(
                        site.name(), site.root(), site.baseList(), site.packageNames(), reads(), cache(), clock),
                site.name(),
                site.packageNames(),
                LIMIT,
                clock);
    }

    /** Reads of its own: a diff that is slow to come must not make a package's state unknown. */
    ChangeReader changes(Site site) {
        return new JGitChangeReader(new LayoutPaths(site.root())::repository, reads());
    }

    HistoryReader histories(Site site) {
        return histories(new LayoutPaths(site.root())::repository, site.tickets());
    }

    HistoryReader historiesOfClones(Path directory) {
        return histories(
                new ClonePlaces(directory), List.of(new TicketRule(TicketRule.STANDARD_PREFIXES, Optional.empty())));
    }

    /** To look for the same patch elsewhere takes its time, and nothing waits for it. */
    private static HistoryReader histories(JGitChangeReader.Places places, List<TicketRule> tickets) {
        return new JGitHistoryReader(places, reads(), new BoundedReads(SEARCH_LIMIT, 1), new TicketRules(tickets));
    }

    /** Remembered in the person's own state directory (XDG base directories), across starts. */
    ViewedFiles viewed() {
        return absolute(System.getenv("XDG_STATE_HOME"))
                .or(() -> absolute(System.getProperty("user.home")).map(home -> home.resolve(".local/state")))
                .<ViewedFiles>map(directory -> new ViewedFilesOnDisk(directory.resolve("obsenv/viewed")))
                .orElseGet(ViewedFilesOnDisk::nowhere);
    }

    RevisionReader revisions(Site site) {
        return new JGitRevisionReader(new LayoutPaths(site.root())::repository, reads());
    }

    static RevisionReader revisions(ClonePlaces places) {
        return new JGitRevisionReader(places, reads());
    }

    CscReader cscs(Site site) {
        return new LayoutCscReader(new LayoutPaths(site.root()));
    }

    AlarmReader alarms(Site site) {
        return new LayoutAlarmReader(new LayoutPaths(site.root()));
    }

    TimelineReader timeline(Site site) {
        LayoutPaths paths = new LayoutPaths(site.root());
        return new LayoutTimelineReader(paths, new LayoutJournalReader(paths), clock);
    }

    BaseListReader lists(Site site) {
        return new LayoutBaseListReader(new LayoutPaths(site.root()), site.baseList(), site.packageNames());
    }

    /** Reads of its own, as of {@link #changes}. */
    BringsReader brings(Site site) {
        return new JGitBringsReader(new LayoutPaths(site.root())::repository, reads());
    }

    /** Of the person who runs this: her home directory is the one that her shell calls {@code ~}. */
    NotebooksGateway notebooks(Site site) {
        return notebooks(
                site,
                absolute(System.getenv("HOME"))
                        .or(() -> absolute(System.getProperty("user.home")))
                        .orElse(Path.of("/")));
    }

    NotebooksGateway notebooks(Site site, Path home) {
        return new UserSetups(home, new LayoutPaths(site.root()), clock);
    }

    /** Remembers in the person's own cache what she has seen of the store, for the day it is put back to an older one. */
    LedgerReader ledger(SignOffSite rules) {
        Seen seen = cacheDirectory()
                .<Seen>map(directory -> new SeenFile(directory.resolve("seen-"
                        + Sha256.hex(rules.store().toString().getBytes(StandardCharsets.UTF_8))
                                .substring(0, 16) + ".yaml")))
                .orElseGet(Seen::nothing);
        return new DirectoryLedgerReader(rules.store(), rules.key(), seen);
    }

    /** The site's images; the last answers of a registry or a list stand while it is away. */
    SiteImages images(ImageSite images) {
        return new SiteImages(source(images.source()), images.recommended(), images.isOurs(), images.retention());
    }

    private ImageSource source(ImageSite.Source source) {
        return switch (source) {
            case ImageSite.Source.Listed(Path file) -> new RememberedImages(new ListedImages(file, clock));
            case ImageSite.Source.Registry(URI base, String repository, Optional<Path> file, var promotion) -> {
                try {
                    Credentials credentials =
                            file.isEmpty() ? new Credentials.Anonymous() : Credentials.read(file.get());
                    RegistryAddress address = new RegistryAddress(base, repository);
                    yield new RememberedImages(new OciImages(new RegistryClient(address, credentials), clock));
                } catch (YamlProblem e) {
                    yield new NoImages(e.told());
                } catch (IOException e) {
                    yield new NoImages(file.get() + " cannot be read: " + IoWords.of(e));
                }
            }
        };
    }

    /** What candidates are compared by. */
    ImageComparison comparison(Site site, Optional<SiteImages> images) {
        return new ImageComparison(
                images.map(SiteImages::source),
                images.map(SiteImages::recommended).orElse("recommended"),
                site.images().flatMap(ImageSite::packagesLabel));
    }

    /** Who runs this; whoever must know for certain asks sudo. */
    static String account() {
        return ProcessHandle.current().info().user().orElse("");
    }

    EnvironmentReader clones(Path directory, Path baseList, String deployBranch, Duration scanEvery) {
        return new TimeLimitedReader(
                new ClonesEnvironmentReader(directory, baseList, deployBranch, scanEvery, reads(), cache(), clock),
                directory.toString(),
                List.of(),
                LIMIT,
                clock);
    }

    ChangeReader changesOfClones(Path directory) {
        return new JGitChangeReader(new ClonePlaces(directory), reads());
    }

    private static BoundedReads reads() {
        return new BoundedReads(PACKAGE_LIMIT, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** Kept in the caller's own cache directory (XDG base directories), never in the environment. */
    private static CommitCache cache() {
        return cacheDirectory()
                .map(directory -> CommitCache.keptIn(directory.resolve("commits")))
                .orElseGet(CommitCache::new);
    }

    private static Optional<Path> cacheDirectory() {
        return absolute(System.getenv("XDG_CACHE_HOME"))
                .or(() -> absolute(System.getProperty("user.home")).map(home -> home.resolve(".cache")))
                .map(directory -> directory.resolve("obsenv"));
    }

    private static Optional<Path> absolute(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
