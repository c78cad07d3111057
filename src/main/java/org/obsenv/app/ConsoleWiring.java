package org.obsenv.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.obsenv.console.ConsoleParts;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.sudo.SudoHelperGateway;
import org.obsenv.yaml.YamlProblem;

/** Joins readers, gateway and console. */
final class ConsoleWiring {
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final InstantSource clock;

    ConsoleWiring(InstantSource clock) {
        this.clock = clock;
    }

    ConsoleParts site(Path file, List<ConsoleParts.Extra> extras) throws YamlProblem {
        Site site = SiteFile.read(file);
        LayoutPaths paths = new LayoutPaths(site.root());
        Readers readers = new Readers(clock);
        return new ConsoleParts(
                site,
                readers.environment(site),
                readers.changes(site),
                new LayoutJournalReader(paths),
                new SudoHelperGateway(site, SILENCE),
                clock,
                account(),
                workstation(),
                extras);
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
