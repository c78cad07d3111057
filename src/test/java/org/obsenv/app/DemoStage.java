package org.obsenv.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import org.obsenv.demo.DemoActions;
import org.obsenv.demo.DemoSite;
import org.obsenv.domain.CscList;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.environment.LayoutCscReader;
import org.obsenv.fixture.Ran;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.sudo.SudoHelperGateway;
import org.obsenv.yaml.YamlProblem;

/** The real demo site with its real verbs, started through a {@link StandInSudo}, and what may go wrong with it. */
final class DemoStage {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final StandInSudo sudo;
    private final DemoActions actions;
    private final Site site;
    private final Site elsewhere;
    private final String list;

    /**
     * Makes the demo unless it is there.
     *
     * @param programs a directory that stands first on this process' {@code PATH}
     */
    DemoStage(Path directory, Path programs) throws IOException, YamlProblem {
        this.directory = directory;
        DemoSite demo = new DemoSite(directory, InstantSource.system());
        demo.make(Path.of("packaging/obsenv-helper"));
        actions = demo.actions();
        widen(demo.siteFile());
        Files.writeString(
                siteFile(),
                Files.readString(demo.siteFile())
                        .replace("launch: []", "launch: [sudo, -n, -u, \"{account}\"]")
                        .replace("tier: dev", "tier: prod")
                        .replace("name: Demo", "name: Summit"));
        site = SiteFile.read(siteFile());
        elsewhere = SiteFile.read(demo.siteFile());
        sudo = new StandInSudo(programs, site.launch().verbs());
        list = Files.readString(site.baseList());
    }

    /** As many notebooks and deployments as an observatory has. */
    private static void widen(Path siteFile) throws IOException {
        String text = Files.readString(siteFile);
        if (!text.contains("usdf-rsp")) {
            Files.writeString(
                    siteFile,
                    text.replace(
                                    "  deployments:\n  - data-int\n",
                                    "  deployments:\n  - data.lsst.cloud\n  - data-int\n  - usdf-rsp\n")
                            .replaceFirst(
                                    "(?m)^    system-test:\n((?:      .*\n)+)",
                                    "    system-test:\n$1    lsst-ts-notebooks:\n$1"));
        }
    }

    /** The pictures' site file with some texts replaced, for what a site may have otherwise. */
    Path siteFileWith(String name, String from, String to) throws IOException {
        String text = Files.readString(siteFile());
        if (!text.contains(from)) {
            throw new IllegalStateException(siteFile() + " does not hold: " + from);
        }
        return Files.writeString(directory.resolve(name + ".yaml"), text.replace(from, to));
    }

    Path siteFile() {
        return directory.resolve("pictures.yaml");
    }

    /** The site's file, where this account is one that several people use. */
    Path sharedBy(String account) throws IOException {
        Path file = directory.resolve("shared.yaml");
        String text = Files.readString(siteFile());
        // Nobody signs as an account that several people use, so such a site's seats are not this account's.
        String rest = text.substring(0, text.indexOf("\nsignoff:") + 1);
        return Files.writeString(file, rest + "accounts: {shared: [" + account + "]}\n");
    }

    Site site() {
        return site;
    }

    Path directory() {
        return directory;
    }

    StandInSudo sudo() {
        return sudo;
    }

    /** What the Demo menu does. */
    DemoActions actions() {
        return actions;
    }

    /** Runs a verb as somebody else would, who may run all of them. */
    Outcome run(Verb verb) {
        return run(Request.plain(verb));
    }

    Outcome run(Request request) {
        return new SudoHelperGateway(elsewhere, PATIENCE).run(request, step -> {});
    }

    /** Does what the Demo menu does, and the auto-pull has not looked at it yet. */
    void unseen(Scene.Act act) throws IOException {
        sudo.replace(Verb.SYNC, "exit 0");
        act.run();
        sudo.restore(Verb.SYNC);
    }

    CscList cscs() {
        return new LayoutCscReader(new LayoutPaths(site.root())).read().found().orElseThrow();
    }

    /** Changes the base list; nothing is built. */
    void editList(String from, String to) throws IOException {
        Files.writeString(site.baseList(), list.replace(from, to));
    }

    /** Builds base from a list that names what deploy runs now. */
    void listWhatRuns() throws IOException {
        StringBuilder pins = new StringBuilder();
        for (PackageName name : site.packageNames()) {
            Path running = site.root().resolve(name.text()).toRealPath();
            pins.append(name).append(": ").append(running.getFileName()).append('\n');
        }
        Files.writeString(site.baseList(), pins);
        run(Verb.SET_BASE);
    }

    /** The list as the demo made it, and base built from it. */
    void restoreList() throws IOException {
        Files.writeString(site.baseList(), list);
        run(Verb.SET_BASE);
    }

    /** A repository that never answers. */
    void block(String name) throws IOException {
        Path config = config(name);
        Files.move(config, config.resolveSibling("config.kept"));
        Ran.must("mkfifo", config.toString());
    }

    void unblock(String name) throws IOException {
        letGo(config(name));
        Files.move(config(name).resolveSibling("config.kept"), config(name));
    }

    private Path config(String name) {
        return layout("repositories/" + name + ".git/config");
    }

    /** A path of the layout that is not there for a while. */
    void hide(String path) throws IOException {
        Files.move(layout(path), aside(path));
    }

    void bringBack(String path) throws IOException {
        Files.move(aside(path), layout(path));
    }

    /** Where the journal's directory was there is a file: nothing can be recorded. */
    void spoilJournal() throws IOException {
        hide("journal");
        Files.createFile(layout("journal"));
    }

    void mendJournal() throws IOException {
        Files.delete(layout("journal"));
        bringBack("journal");
    }

    /** Where {@code base} or {@code current} goes, as a path of the layout. */
    String target(String link) throws IOException {
        return Files.readSymbolicLink(layout(link)).toString();
    }

    private Path layout(String path) {
        return site.root().resolve(".obsenv").resolve(path);
    }

    private Path aside(String path) {
        return directory.resolve("aside-" + path.replace('/', '-'));
    }

    /** Whoever waits at the FIFO is let go, as when a server answers again: removed alone it would hold them for ever. */
    private static void letGo(Path fifo) throws IOException {
        try (FileChannel both = FileChannel.open(fifo, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Files.delete(fifo);
        }
    }

    /** Plain clones of some packages, as they stand: one with an edited file, one with a new one, one missing. */
    Path clones() throws IOException {
        Path clones = directory.resolve("clones");
        if (Files.exists(clones)) {
            return clones;
        }
        Files.createDirectories(clones);
        for (PackageName name : site.packageNames()) {
            // One is listed and has no clone.
            if (!name.text().equals("ts_config_attcs")) {
                String remote = directory.resolve("remotes/" + name + ".git").toString();
                String clone = clones.resolve(name.text()).toString();
                Ran.must("git", "clone", "-q", "-b", "deploy", remote, clone);
            }
        }
        Files.writeString(clones.resolve("ts_wep/note.txt"), "look at this tomorrow\n");
        Path script = clones.resolve("ts_standardscripts/python/lsst/ts/standardscripts/auxtel/power_on.py");
        Files.writeString(script, Files.readString(script) + "# quick try\n");
        return clones;
    }
}
