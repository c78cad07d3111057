package org.obsenv.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.obsenv.fixture.OldGenerations;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** A site to measure: remotes, clones of them and an environment that the real {@code setup} made. Kept once made. */
final class BenchSite {
    /** Commits, files and the pin's distance from deploy, after the real ones: 50 to 4,000 commits, 1 to 515 apart. */
    private static final int[][] SIZES = {
        {4000, 700, 515}, {2600, 500, 93}, {1900, 450, 78}, {1500, 400, 60}, {1200, 380, 48}, {900, 300, 40},
        {700, 250, 30}, {600, 200, 24}, {500, 160, 20}, {400, 140, 12}, {300, 120, 9}, {220, 100, 7},
        {160, 80, 5}, {110, 60, 3}, {80, 50, 2}, {50, 30, 1}
    };

    /** Of a package where only the number of packages matters. */
    private static final int[] SMALL = {60, 5, 30};

    private final Path directory;
    private final List<String> names;

    private BenchSite(Path directory, List<String> names) {
        this.directory = directory;
        this.names = names;
    }

    /** Sixteen packages of realistic size. */
    static BenchSite ofRealSize(Path directory) {
        BenchSite site = new BenchSite(directory, names(SIZES.length));
        if (!site.isMade()) {
            for (int i = 0; i < SIZES.length; i++) {
                site.remote(site.names.get(i), SIZES[i], i);
                site.clone(site.names.get(i));
            }
            site.setUp(site::bare);
        }
        site.requireSiteCopy();
        return site;
    }

    /** So many packages, all of one small remote but the first, which has one of its own. */
    static BenchSite ofCount(Path directory, int count) {
        BenchSite site = new BenchSite(directory, names(count));
        if (!site.isMade()) {
            site.remote("small", SMALL, 1);
            site.remote(site.names.getFirst(), SMALL, 2);
            site.setUp(name -> site.bare(name.equals(site.names.getFirst()) ? name : "small"));
        }
        site.requireSiteCopy();
        return site;
    }

    private Path bare(String name) {
        return directory.resolve("remotes").resolve(name + ".git");
    }

    /** A hot-fix of one file, pushed to that package's deploy branch. */
    void push(String name, int number) {
        String script = """
                cd "$1" && export GIT_INDEX_FILE=push.index GIT_AUTHOR_NAME=Bench GIT_AUTHOR_EMAIL=bench@example.org \\
                    GIT_COMMITTER_NAME=Bench GIT_COMMITTER_EMAIL=bench@example.org
                git read-tree deploy &&
                blob=$(printf 'MARK = "hot-fix %s"\\n' "$2" | git hash-object -w --stdin) &&
                git update-index --add --cacheinfo "100644,$blob,python/marker.py" &&
                commit=$(git commit-tree -p deploy -m "Hot-fix $2" "$(git write-tree)") &&
                git update-ref refs/heads/deploy "$commit"
                """;
        Shell.run("sh", "-c", script, "sh", bare(name).toString(), Integer.toString(number));
    }

    /** As {@link #ofCount}, with so many generations more than a site has at first. */
    static BenchSite ofCount(Path directory, int count, int generations) {
        boolean isNew = !Files.exists(directory);
        BenchSite site = ofCount(directory, count);
        if (isNew) {
            OldGenerations.age(new LayoutPaths(site.site().root()), 2, generations);
        }
        return site;
    }

    Path siteFile() {
        return directory.resolve("site.yaml");
    }

    Path clones() {
        return directory.resolve("clones");
    }

    Path baseList() {
        return directory.resolve("base.yaml");
    }

    List<String> packages() {
        return names;
    }

    Site site() {
        try {
            return SiteFile.read(siteFile());
        } catch (YamlProblem e) {
            throw new IllegalStateException(e);
        }
    }

    long verb(String verb) {
        return Shell.time(
                List.of(0),
                "packaging/obsenv-helper",
                verb,
                "--site",
                siteFile().toString());
    }

    /** A shell script's time over all clones, {@code $p} being each. */
    long overClones(String script) {
        return Shell.time(
                List.of(0), "sh", "-c", "cd '" + clones() + "' && for p in *; do " + script + " || exit 1; done");
    }

    private static List<String> names(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("ts_package_%04d"::formatted)
                .toList();
    }

    /** What builds leave for the switches; a site that was made and kept before they did has none yet. */
    private void requireSiteCopy() {
        if (!Files.exists(new LayoutPaths(site().root()).siteCopy())) {
            verb("sync");
        }
    }

    private boolean isMade() {
        return Files.exists(directory.resolve("made"));
    }

    private interface Remote {
        Path of(String name);
    }

    private void remote(String name, int[] size, int seed) {
        Path bare = bare(name);
        Shell.run("git", "init", "-q", "--bare", "-b", "develop", bare.toString());
        Shell.run(
                new BenchHistory(size[0], size[1], size[2], seed).stream(),
                "git",
                "-C",
                bare.toString(),
                "fast-import",
                "--quiet",
                "--force",
                "--done");
        Shell.run("git", "-C", bare.toString(), "update-ref", "-d", "refs/heads/work");
        Shell.run("git", "-C", bare.toString(), "repack", "-q", "-a", "-d");
    }

    private void clone(String name) {
        Shell.run(
                "git",
                "clone",
                "-q",
                "--branch",
                "deploy",
                bare(name).toString(),
                clones().resolve(name).toString());
    }

    private void setUp(Remote remotes) {
        try {
            Map<String, Object> site = new LinkedHashMap<>();
            site.put("name", "Bench");
            site.put("tier", "dev");
            site.put("zone", "UTC");
            site.put(
                    "environment",
                    Map.of("root", directory + "/env", "base", baseList().toString()));
            List<Object> packages = new ArrayList<>();
            names.forEach(name -> packages.add(Map.of("name", name, "remote", "file://" + remotes.of(name))));
            site.put("packages", packages);
            site.put("helper", Map.of("launch", List.of(), "verbs", directory + "/verbs"));
            Files.writeString(siteFile(), YamlWriter.write(site));
            Files.writeString(
                    baseList(), names.stream().map(name -> name + ": pin\n").collect(Collectors.joining()));
            verb("setup");
            Files.writeString(directory.resolve("made"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
