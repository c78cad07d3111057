package org.obsenv.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.ConsoleParts;
import org.obsenv.console.base.BaseParts;
import org.obsenv.console.signoff.SignOffParts;
import org.obsenv.console.support.FileChoice;
import org.obsenv.demo.DemoSite;
import org.obsenv.domain.Known;
import org.obsenv.domain.changes.TicketRule;
import org.obsenv.domain.notebooks.NotebooksGateway;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.evidence.ForeignReports;
import org.obsenv.handover.HandoverFiles;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.registry.Credentials;
import org.obsenv.site.Accounts;
import org.obsenv.site.ConsoleSettings;
import org.obsenv.site.Launch;
import org.obsenv.site.SignOffSite;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.site.SyncSettings;
import org.obsenv.site.WebLinks;
import org.obsenv.sudo.SudoHelperGateway;
import org.obsenv.sudo.SudoSignOffGateway;
import org.obsenv.yaml.YamlProblem;

/** Joins readers, gateway and console. */
final class ConsoleWiring {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    /** sudo asks three times, and the window that asks waits three minutes each. */
    private static final Duration PASSWORD = Duration.ofMinutes(10);

    private static final Duration SCAN = Duration.ofSeconds(30);

    private final InstantSource clock;

    ConsoleWiring(InstantSource clock) {
        this.clock = clock;
    }

    ConsoleParts site(Path file) throws YamlProblem {
        Site site = SiteFile.read(file);
        return site(site, List.of(), new Readers(clock).notebooks(site));
    }

    /** The demo has a home directory of its own: nobody's notebooks are put at a base that is made up. */
    ConsoleParts demo(Path file, List<ConsoleParts.Extra> extras, Path demo) throws YamlProblem {
        Site site = SiteFile.read(file);
        return site(site, extras, new Readers(clock).notebooks(site, DemoSite.home(demo)));
    }

    private ConsoleParts site(Site site, List<ConsoleParts.Extra> extras, NotebooksGateway notebooks) {
        LayoutPaths paths = new LayoutPaths(site.root());
        Readers readers = new Readers(clock);
        return new ConsoleParts(
                site,
                readers.environment(site),
                readers.changes(site),
                new ConsoleParts.Reviewing(readers.histories(site), readers.viewed()),
                new LayoutJournalReader(paths),
                new SudoHelperGateway(site, SILENCE),
                clock,
                account(),
                workstation(),
                extras,
                site.signOff().map(each -> signOff(site, each)),
                Optional.of(readers.timeline(site)),
                Optional.of(notebooks),
                Optional.of(
                        new ConsoleParts.Testing(readers.revisions(site), readers.cscs(site), readers.alarms(site))),
                handovers(),
                Optional.of(new BaseParts(
                        readers.lists(site), readers.revisions(site), readers.brings(site), FileChoice.system())));
    }

    /** A directory of plain clones, which is only watched. */
    ConsoleParts clones(Path clones, Path baseList, String deployBranch) {
        Path directory = clones.toAbsolutePath().normalize();
        Path list = baseList.toAbsolutePath();
        Readers readers = new Readers(clock);
        ConsoleSettings settings = new ConsoleSettings(Duration.ofSeconds(2), SCAN, Duration.ZERO);
        Site site = new Site(
                String.valueOf(directory.getFileName()),
                Optional.empty(),
                ZoneId.systemDefault(),
                directory,
                list,
                List.of(),
                new Accounts(account(), account(), List.of()),
                new Launch(List.of(), directory),
                settings,
                SyncSettings.DEFAULT,
                Optional.empty(),
                List.of(),
                WebLinks.NONE,
                List.of(new TicketRule(TicketRule.STANDARD_PREFIXES, Optional.empty())),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new ConsoleParts(
                site,
                readers.clones(directory, list, deployBranch, SCAN),
                readers.changesOfClones(directory),
                new ConsoleParts.Reviewing(readers.historiesOfClones(directory), readers.viewed()),
                limit -> Known.of(List.of()),
                new WatchOnlyVerbs(),
                clock,
                account(),
                workstation(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                handovers(),
                Optional.empty());
    }

    private static HandoverFiles handovers() {
        return new HandoverFiles(Path.of(System.getProperty("user.home")));
    }

    private SignOffParts signOff(Site site, SignOffSite signOff) {
        Readers readers = new Readers(clock);
        Optional<SiteImages> images = site.images().map(readers::images);
        return new SignOffParts(
                signOff.policy(),
                readers.ledger(signOff),
                new SudoSignOffGateway(site, PASSWORD),
                images,
                site.windows(),
                readers.comparison(site, images),
                new ForeignReports(new Credentials.Anonymous()),
                FileChoice.system(),
                site.zone());
    }

    /** The account this process runs as, by the kernel's word. */
    private static String account() {
        try {
            return Files.getOwner(Path.of("/proc/self")).getName();
        } catch (IOException e) {
            return "?";
        }
    }

    private static String workstation() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
