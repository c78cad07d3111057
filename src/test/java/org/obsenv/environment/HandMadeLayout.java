package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Sha256;
import org.obsenv.fixture.Git;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncStateDocument;

/** A generation layout put together by hand, so that a test can also put it together wrongly. */
public final class HandMadeLayout {
    public static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final Path root;
    private final Path list;
    private final LayoutPaths paths;

    public HandMadeLayout(Path directory) throws IOException {
        this.root = directory.resolve("env");
        this.list = directory.resolve("base_environment.yaml");
        this.paths = new LayoutPaths(root);
        for (String each : List.of("generations", "checkouts", "repositories", "journal")) {
            Files.createDirectories(paths.inner().resolve(each));
        }
    }

    public Path root() {
        return root;
    }

    public Path list() {
        return list;
    }

    public LayoutPaths paths() {
        return paths;
    }

    /** A package with that history: its bare repository and its stable path. */
    public PackageName add(String name, Git history) throws IOException {
        PackageName added = new PackageName(name);
        history.run(
                "clone",
                "-q",
                "--bare",
                history.directory().toString(),
                paths.repository(added).toString());
        Files.createDirectories(paths.checkouts(added));
        Files.createSymbolicLink(paths.stable(added), Path.of(".obsenv/current", name));
        return added;
    }

    public void list(String text) throws IOException {
        replace(list, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public GenerationId generation(int number, Map<PackageName, CommitId> commits) throws IOException {
        return generation(number, commits, Optional.empty(), Map.of());
    }

    /** The generation that base is built as, from the list as it is. */
    public GenerationId baseGeneration(int number, Map<PackageName, CommitId> commits, Map<PackageName, String> pins)
            throws IOException {
        return generation(number, commits, Optional.of(Sha256.hex(Files.readAllBytes(list))), pins);
    }

    private GenerationId generation(
            int number, Map<PackageName, CommitId> commits, Optional<String> list, Map<PackageName, String> pins)
            throws IOException {
        GenerationId id = new GenerationId(number);
        Path directory = Files.createDirectories(paths.generation(id));
        for (var each : commits.entrySet()) {
            Files.createDirectories(paths.checkout(each.getKey(), each.getValue()));
            Files.writeString(paths.marker(each.getKey(), each.getValue()), "");
            Files.createSymbolicLink(
                    directory.resolve(each.getKey().text()),
                    Path.of(LayoutPaths.textOf(each.getKey(), each.getValue())));
        }
        Files.write(
                paths.manifest(id),
                ManifestDocument.write(new Manifest(
                        id,
                        NOW.minusSeconds(3600),
                        list.isPresent() ? "set-base" : "sync",
                        "obs_user",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        list,
                        new TreeMap<>(commits),
                        new TreeMap<>(pins))));
        return id;
    }

    /** Renames a new link into place, as the helper does. */
    public void link(Path link, String text) throws IOException {
        Path ready = Files.createSymbolicLink(link.resolveSibling(link.getFileName() + ".new"), Path.of(text));
        Files.move(ready, link, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    public void state(Map<PackageName, SyncState.PackageState> packages) throws IOException {
        replace(paths.state(), SyncStateDocument.write(new SyncState(new TreeMap<>(packages))));
    }

    public static SyncState.PackageState fetched(CommitId head) {
        return new SyncState.PackageState(head, head, NOW.minusSeconds(60), Optional.empty());
    }

    public void heartbeat(Instant at) throws IOException {
        replace(paths.heartbeat(), new byte[0]);
        Files.setLastModifiedTime(paths.heartbeat(), java.nio.file.attribute.FileTime.from(at));
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path ready = Files.write(file.resolveSibling(file.getFileName() + ".new"), bytes);
        Files.move(ready, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    public LayoutEnvironmentReader reader(List<PackageName> names) {
        return new LayoutEnvironmentReader(
                "Summit",
                root,
                list,
                names,
                new BoundedReads(Duration.ofSeconds(2), 2),
                new CommitCache(),
                InstantSource.fixed(NOW));
    }
}
