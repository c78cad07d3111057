package org.obsenv.notebooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.notebooks.Holding;
import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;
import org.obsenv.domain.notebooks.NotebooksGateway;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.PinnedSetup;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/** The {@code ~/notebooks/.user_setups} of the person this process runs as. */
public final class UserSetups implements NotebooksGateway {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rw-r--r--");
    private static final int MOST_BYTES = 64 * 1024;

    private final Words words = Words.of("notebooks");
    private final Path home;
    private final Path notebooks;
    private final Path file;
    private final LayoutPaths paths;
    private final SetupLines lines;
    private final InstantSource clock;

    /** @param home the person's home directory, as her shell knows it */
    public UserSetups(Path home, LayoutPaths paths, InstantSource clock) {
        this.home = home;
        this.notebooks = home.resolve("notebooks");
        this.file = notebooks.resolve(".user_setups");
        this.paths = paths;
        this.lines = new SetupLines(paths.baseSetup());
        this.clock = clock;
    }

    @Override
    public Notebooks look() {
        try {
            Optional<String> problem = baseProblem();
            if (problem.isPresent()) {
                return new Notebooks.Blocked(problem.get());
            }
            for (Path directory : List.of(home, notebooks)) {
                if (!Files.isDirectory(directory)) {
                    return new Notebooks.NotHere(directory.toString(), commands());
                }
            }
            Optional<String> strange = strangeness();
            return strange.isPresent() ? new Notebooks.Blocked(strange.get()) : judge(holding());
        } catch (IOException e) {
            return new Notebooks.Unknown(IoWords.of(e));
        }
    }

    private Optional<String> baseProblem() throws IOException {
        Optional<GenerationId> base = new Links(paths).base();
        if (base.isEmpty()) {
            return Optional.of(words.text("blocked.no-base", "link", paths.base()));
        }
        return PinnedSetup.isOwn(paths, base.get())
                ? Optional.empty()
                : Optional.of(words.text("blocked.old-base", "file", paths.baseSetup()));
    }

    /** Why it is left alone, where it is not what a person's own file looks like. */
    private Optional<String> strangeness() throws IOException {
        if (!Files.isWritable(notebooks)) {
            return Optional.of(words.text("blocked.not-writable", "directory", notebooks));
        }
        if (!Files.isWritable(home)) {
            return Optional.of(words.text("blocked.not-writable", "directory", home));
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isSymbolicLink(file) && !Files.isRegularFile(file)) {
            return Optional.of(words.text("blocked.no-file", "file", file));
        }
        Object owner = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (!owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            String name = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName();
            return Optional.of(words.text("blocked.owner", "file", file, "owner", name));
        }
        return Files.isRegularFile(file) && Files.size(file) > MOST_BYTES
                ? Optional.of(words.text("blocked.size", "file", file))
                : Optional.empty();
    }

    private Holding holding() throws IOException {
        if (Files.isSymbolicLink(file)) {
            String target = Files.readSymbolicLink(file).toString();
            // A link that leads nowhere, or to what is no file, is kept like any other.
            return new Holding.Link(target, Files.isRegularFile(file) ? read() : "");
        }
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? new Holding.Text(read()) : new Holding.Nothing();
    }

    private String read() throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    private Notebooks judge(Holding now) {
        if (lines.isBase(now.lines())) {
            return new Notebooks.AtBase(file.toString(), now, undo(now));
        }
        Optional<Path> kept = now instanceof Holding.Nothing ? Optional.empty() : Optional.of(free());
        return new Notebooks.Elsewhere(
                file.toString(),
                now,
                lines.write(kept.map(path -> String.valueOf(path.getFileName()))),
                kept.map(Path::toString));
    }

    private Optional<Notebooks.Undo> undo(Holding now) {
        if (!(now instanceof Holding.Text(String text)) || !lines.isOurs(text)) {
            return Optional.empty();
        }
        Optional<Path> kept = lines.kept(text).map(home::resolve);
        if (kept.isEmpty()) {
            return Optional.of(new Notebooks.Undo.Remove());
        }
        return kept.filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .map(path -> new Notebooks.Undo.Restore(path.toString()));
    }

    /** A name with the time that nothing has yet. */
    private Path free() {
        String name = "user_setups." + STAMP.format(clock.instant().atOffset(ZoneOffset.UTC));
        Path kept = home.resolve(name);
        for (int i = 2; Files.exists(kept, LinkOption.NOFOLLOW_LINKS); i++) {
            kept = home.resolve(name + "-" + i);
        }
        return kept;
    }

    @Override
    public NotebooksEnding toBase(Notebooks.Elsewhere seen) {
        if (!(look() instanceof Notebooks.Elsewhere now) || !now.now().equals(seen.now())) {
            return new NotebooksEnding.Changed(look());
        }
        Optional<Path> kept = Optional.empty();
        try {
            Set<PosixFilePermission> permissions = now.now() instanceof Holding.Text
                    ? Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                    : USUAL;
            if (seen.kept().isPresent()) {
                Path target = Path.of(seen.kept().get());
                KeptFile.keep(file, target);
                kept = Optional.of(target);
            }
            KeptFile.replace(file, seen.next(), permissions);
        } catch (FileAlreadyExistsException e) {
            return new NotebooksEnding.Changed(look());
        } catch (IOException e) {
            kept.ifPresent(UserSetups::forget);
            return new NotebooksEnding.Failed(IoWords.of(e), look());
        }
        return new NotebooksEnding.Done(look());
    }

    /** The file is still in its place, so its second name only confuses. */
    private static void forget(Path kept) {
        try {
            Files.deleteIfExists(kept);
        } catch (IOException e) {
            // One name too many does no harm, and why nothing was written is what counts.
        }
    }

    @Override
    public NotebooksEnding undo(Notebooks.AtBase seen) {
        Notebooks now = look();
        if (!now.equals(seen) || seen.undo().isEmpty()) {
            return new NotebooksEnding.Changed(now);
        }
        try {
            switch (seen.undo().get()) {
                case Notebooks.Undo.Restore(String kept) -> KeptFile.bringBack(Path.of(kept), file);
                case Notebooks.Undo.Remove none -> {
                    Files.deleteIfExists(file);
                    KeptFile.force(notebooks);
                }
            }
        } catch (IOException e) {
            return new NotebooksEnding.Failed(IoWords.of(e), look());
        }
        return new NotebooksEnding.Done(look());
    }

    private List<String> commands() {
        String sourcing = "source " + PinnedSetup.quoted(paths.baseSetup());
        return List.of(
                "mv -n ~/notebooks/.user_setups ~/user_setups.$(date -u +%Y%m%dT%H%M%SZ)",
                "printf '%s\\n' \"" + sourcing.replaceAll("([\\\\\"$`])", "\\\\$1") + "\" > ~/notebooks/.user_setups");
    }
}
