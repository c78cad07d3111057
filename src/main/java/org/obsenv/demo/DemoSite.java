package org.obsenv.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.obsenv.domain.PackageName;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.YamlWriter;

/**
 * A site in one directory: remotes, a base list, a site file with verbs started directly, and an environment set up
 * by those verbs, with every state a package can be in.
 */
public final class DemoSite {
    /** The text of the file that says that the directory is whole: what it was made by. */
    private static final String MADE = "made-by";

    private static final String DEPLOY = "deploy";
    private static final String CWFS_KEPT = "keep ";

    private final Path directory;
    private final InstantSource clock;

    /** The site in that directory, which is made when it is missing. */
    public DemoSite(Path directory, InstantSource clock) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
    }

    public Path siteFile() {
        return directory.resolve("site.yaml");
    }

    /** What a newcomer can do to it; the site must be there. */
    public DemoActions actions() throws IOException {
        return new DemoActions(this, Histories.read(), clock);
    }

    /**
     * Makes the site unless it is there whole, made by the same helper at the same place. Takes some seconds.
     *
     * @param helperProgram the program that starts a verb: {@code packaging/obsenv-helper}
     */
    public void make(Path helperProgram) throws IOException {
        Path helper = helperProgram.toAbsolutePath().normalize();
        Files.createDirectories(directory);
        Path made = directory.resolve(MADE);
        // One that was made before a verb was there is made anew.
        String maker = helper + "\n" + directory.toRealPath() + "\n" + List.of(Verb.values()) + "\n";
        if (Files.exists(made) && Files.readString(made).equals(maker)) {
            return;
        }
        remove(directory);
        Files.createDirectories(directory.resolve("remotes"));
        Files.createDirectories(verbs());
        Histories histories = Histories.read();
        List<Remote> remotes = new ArrayList<>();
        for (DemoPackage each : histories.packages()) {
            remotes.add(create(each));
        }
        writeSite(histories.packages(), DemoSignOff.Cast.STORYTELLER);
        images().write();
        writeList();
        writeNotebooks();
        for (Verb verb : Verb.values()) {
            writeVerb(verb.written(), helper);
        }
        writeVerb(SignOffRequestDocument.VERB, helper);
        run(Verb.SETUP);
        for (Remote each : remotes) {
            List<DemoCommit> pushed = each.demo().pushed();
            if (!pushed.isEmpty()) {
                push(each.demo().name(), each.history().stream(pushed));
            }
        }
        run(Verb.SYNC);
        if (hasSignOff()) {
            List<String> verb =
                    List.of(verbs().resolve(SignOffRequestDocument.VERB).toString());
            new DemoStory(store(), images(), request -> programs().run(verb, request)).tell();
            writeSite(histories.packages(), DemoSignOff.Cast.LEAD);
        }
        Files.writeString(made, maker);
    }

    /** The home directory of whoever tries the demo. */
    public static Path home(Path directory) {
        return directory.toAbsolutePath().normalize().resolve("home");
    }

    private void writeNotebooks() throws IOException {
        Path notebooks = Files.createDirectories(home(directory).resolve("notebooks"));
        Files.writeString(notebooks.resolve(".user_setups"), "setup -j ts_wep -r ~/notebooks/ts_wep\n");
    }

    private boolean hasSignOff() throws IOException {
        return DemoSignOff.policy(store(), caller(), DemoSignOff.Cast.LEAD).isPresent();
    }

    private Path store() throws IOException {
        return directory.toRealPath().resolve("ledger");
    }

    /** As the verbs will see it: who owns what this program makes. */
    private String caller() throws IOException {
        return Files.getOwner(directory).getName();
    }

    DemoImages images() throws IOException {
        return new DemoImages(directory.toRealPath().resolve("images.yaml"), clock);
    }

    Path root() {
        return directory.resolve("obs_env");
    }

    Path baseList() {
        return directory.resolve("base_environment.yaml");
    }

    Path remote(PackageName name) {
        return directory.resolve("remotes").resolve(name + ".git");
    }

    /** Runs a verb's executable as its caller would, with nothing on its input. */
    void run(Verb verb) throws IOException {
        programs().run(List.of(verbs().resolve(verb.written()).toString()), new byte[0]);
    }

    void push(PackageName name, byte[] stream) throws IOException {
        programs().git(stream, "-C", remote(name).toString(), "fast-import", "--quiet", "--force", "--done");
    }

    /** A file's text at the head of the package's deploy branch. */
    String deployed(PackageName name, String file) throws IOException {
        return programs().git("-C", remote(name).toString(), "show", DEPLOY + ":" + file);
    }

    private Path verbs() {
        return directory.resolve("verbs");
    }

    private Programs programs() {
        return new Programs(directory);
    }

    /** A remote and what its history knows of the branches, for the commits that follow. */
    private record Remote(DemoPackage demo, FastImport history) {}

    private Remote create(DemoPackage demo) throws IOException {
        FastImport history = new FastImport(clock.instant());
        String main = demo.commits().getFirst().branch();
        programs().git("init", "-q", "--bare", "-b", main, remote(demo.name()).toString());
        push(demo.name(), history.stream(demo.commits()));
        return new Remote(demo, history);
    }

    private void writeSite(List<DemoPackage> packages, DemoSignOff.Cast cast) throws IOException {
        Path real = directory.toRealPath();
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("name", "Demo");
        site.put("tier", "dev");
        site.put("zone", "America/Santiago");
        site.put(
                "environment",
                ordered(
                        "root",
                        real.resolve(root().getFileName()).toString(),
                        "base",
                        baseList().toString()));
        site.put(DEPLOY, DEPLOY);
        site.put(
                "packages",
                packages.stream()
                        .map(each -> ordered("name", each.name().text(), "remote", "file://" + remote(each.name())))
                        .toList());
        site.put("helper", ordered("launch", List.of(), "verbs", verbs().toString()));
        site.put("console", ordered("refresh", "1 s", "countdown", "3 s"));
        site.put("contact", ordered("name", "Environment on call", "phone", "+56 2 5550 0100"));
        site.put(
                "after-rollback",
                List.of(
                        "Restart the kernel of every open notebook.",
                        "Re-add scripts that were queued before {time}: they may have loaded the old code.",
                        "Scripts that start from now on are right by themselves."));
        site.put(
                "links",
                ordered(
                        "ticket", "https://example.org/browse/{id}",
                        "commit", "https://example.org/{package}/commit/{commit}"));
        site.put("images", DemoSignOff.images(images().file()));
        DemoSignOff.policy(store(), caller(), cast).ifPresent(policy -> site.put("signoff", policy));
        Files.writeString(siteFile(), YamlWriter.write(site));
    }

    private static Map<String, Object> ordered(String key, Object value, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(second, other);
        return map;
    }

    private void writeList() throws IOException {
        Instant reviewed = clock.instant().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);
        String kept = programs()
                .git("-C", remote(new PackageName("cwfs")).toString(), "rev-parse", DEPLOY)
                .strip();
        Files.writeString(baseList(), """
                # What a roll back goes to. Maintainers keep this list; it counts once set-base has built it.
                cycle: c0044.007
                reviewed: {at: %s, by: maint1}
                ts_standardscripts: v2.2.1
                ts_externalscripts: v0.33.1
                ts_observatory_control: v0.52.0
                ts_wep: v16.5.1
                ts_config_attcs: develop
                summit_utils: w.2023.42
                atmospec: w.2023.42
                unpinned:
                  cwfs: %s%s
                """.formatted(reviewed, CWFS_KEPT, kept));
    }

    private void writeVerb(String verb, Path helper) throws IOException {
        Path executable = verbs().resolve(verb);
        Files.writeString(
                executable,
                "#!/bin/sh\n[ $# -eq 0 ] || exit 3\nexec " + quoted(helper) + " " + verb + " --site "
                        + quoted(siteFile()) + "\n",
                StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    /** Removes everything in the directory; checkouts are read-only trees and are made writable first. */
    private static void remove(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString("rwxr-xr-x"));
                    remove(entry);
                }
                Files.delete(entry);
            }
        }
    }
}
