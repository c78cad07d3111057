package org.obsenv.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.notebooks.Holding;
import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;
import org.obsenv.fixture.Ran;
import org.obsenv.hostile.Mount;
import org.obsenv.layout.LayoutPaths;

/** A person's file, really moved and written; base's setup file stands for a built one. */
@Execution(ExecutionMode.CONCURRENT)
class UserSetupsTest {
    private static final String MINE = "setup -j ts_wep -r ~/notebooks/ts_wep\n";

    @TempDir
    Path directory;

    Path home;
    Path file;
    Path kept;
    UserSetups setups;

    @BeforeEach
    void livesSomewhere() throws IOException {
        LayoutPaths paths = new LayoutPaths(directory.resolve("env's root"));
        Path generation = paths.generations().resolve("000039");
        Files.createDirectories(generation);
        Files.writeString(
                generation.resolve("auto_env_setup_pinned.sh"),
                "obs_env_generation='" + generation.toString().replace("'", "'\\''")
                        + "'\nsetup -j ts_wep -r \"$obs_env_generation\"/ts_wep\n");
        Files.createSymbolicLink(paths.base(), Path.of("generations/000039"));
        home = directory.resolve("home");
        Files.createDirectories(home.resolve("notebooks"));
        file = home.resolve("notebooks/.user_setups");
        kept = home.resolve("user_setups.20261121T031302Z");
        setups = new UserSetups(home, paths, InstantSource.fixed(Instant.parse("2026-11-21T03:13:02Z")));
    }

    private Notebooks.Elsewhere elsewhere() {
        return (Notebooks.Elsewhere) setups.look();
    }

    private Notebooks.AtBase atBase() {
        return (Notebooks.AtBase) setups.look();
    }

    private NotebooksEnding toBase() {
        return setups.toBase(elsewhere());
    }

    @Test
    void movesTheFileAndBringsItBackAsItWas() throws IOException {
        Files.writeString(file, MINE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(elsewhere().now()).isEqualTo(new Holding.Text(MINE));
        assertThat(elsewhere().kept()).contains(kept.toString());

        assertThat(toBase()).isEqualTo(new NotebooksEnding.Done(atBase()));

        assertThat(kept).hasContent(MINE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(Ran.must("bash", "-c", "setup() { echo \"$@\"; }; source " + file))
                .isEqualTo("-j ts_wep -r " + directory + "/env's root/.obsenv/generations/000039/ts_wep");
        assertThat(atBase().undo()).contains(new Notebooks.Undo.Restore(kept.toString()));

        assertThat(setups.undo(atBase())).isInstanceOf(NotebooksEnding.Done.class);

        assertThat(file).hasContent(MINE);
        assertThat(kept).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertOnly(file, home.resolve("notebooks"));
    }

    @Test
    void writesOneWhereNoneWasAndRemovesItAgain() {
        assertThat(elsewhere().now()).isEqualTo(new Holding.Nothing());
        assertThat(toBase()).isInstanceOf(NotebooksEnding.Done.class);
        assertThat(file).isRegularFile();
        assertThat(setups.undo(atBase())).isInstanceOf(NotebooksEnding.Done.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void aSecondClickOnWhatWasSeenBeforeChangesNothing() throws IOException {
        Files.writeString(file, MINE);
        Notebooks.Elsewhere seen = elsewhere();
        assertThat(setups.toBase(seen)).isInstanceOf(NotebooksEnding.Done.class);

        assertThat(setups.toBase(seen)).isEqualTo(new NotebooksEnding.Changed(atBase()));

        assertThat(kept).hasContent(MINE);
        assertThat(atBase().undo()).contains(new Notebooks.Undo.Restore(kept.toString()));
    }

    @Test
    void whatWasEditedSinceThePreviewStays() throws IOException {
        Files.writeString(file, MINE);
        Notebooks.Elsewhere seen = elsewhere();
        Files.writeString(file, MINE + "setup -j cwfs\n");

        assertThat(setups.toBase(seen)).isInstanceOf(NotebooksEnding.Changed.class);

        assertThat(file).hasContent(MINE + "setup -j cwfs\n");
        assertThat(kept).doesNotExist();
    }

    @Test
    void whatSheWroteIntoItSinceIsNotUndone() throws IOException {
        Files.writeString(file, MINE);
        toBase();
        Files.writeString(file, Files.readString(file) + "# mine\n");
        assertThat(atBase().undo()).isEmpty();
        assertThat(setups.undo(atBase())).isInstanceOf(NotebooksEnding.Changed.class);
        assertThat(kept).hasContent(MINE);
    }

    @Test
    void nothingThatWasKeptBeforeIsOverwritten() throws IOException {
        Files.writeString(file, MINE);
        Notebooks.Elsewhere seen = elsewhere();
        Files.writeString(kept, "older\n");

        assertThat(setups.toBase(seen)).isInstanceOf(NotebooksEnding.Changed.class);
        assertThat(file).hasContent(MINE);
        assertThat(toBase()).isInstanceOf(NotebooksEnding.Done.class);

        assertThat(kept).hasContent("older\n");
        assertThat(home.resolve("user_setups.20261121T031302Z-2")).hasContent(MINE);
        assertThat(setups.undo(atBase())).isInstanceOf(NotebooksEnding.Done.class);
        assertThat(file).hasContent(MINE);
    }

    @Test
    void aLinkIntoDotfilesIsMovedAsALinkAndItsTargetStays() throws IOException {
        Path target = Files.createDirectories(home.resolve("dotfiles")).resolve("setups");
        Files.writeString(target, MINE);
        Files.createSymbolicLink(file, Path.of("../dotfiles/setups"));
        assertThat(elsewhere().now()).isEqualTo(new Holding.Link("../dotfiles/setups", MINE));

        assertThat(toBase()).isInstanceOf(NotebooksEnding.Done.class);

        assertThat(target).hasContent(MINE);
        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(kept).isSymbolicLink().hasContent(MINE);
        assertThat(setups.undo(atBase())).isInstanceOf(NotebooksEnding.Done.class);
        assertThat(Files.readSymbolicLink(file)).hasToString("../dotfiles/setups");
        assertThat(kept).doesNotExist();
    }

    @Test
    void aFileThatSourcesBaseByHandIsAtBaseAlready() throws IOException {
        Files.writeString(
                file, "# mine\n\n" + elsewhere().next().lines().toList().getLast() + "\n");
        assertThat(atBase().undo()).isEmpty();
        assertThat(Files.readString(file)).startsWith("# mine");
    }

    @Test
    void aBaseThatFollowsWhatRunsIsNoBase() throws IOException {
        Files.writeString(
                directory.resolve("env's root/.obsenv/generations/000039/auto_env_setup_pinned.sh"),
                "obs_env_generation=$(readlink -f /opt/obs_env/.obsenv/current) || return 1\n");
        assertThat(setups.look())
                .isInstanceOfSatisfying(Notebooks.Blocked.class, blocked -> assertThat(blocked.problem())
                        .contains("Ask a maintainer to run set-base once."));
    }

    @Test
    void withoutNotebooksTheCommandsDoTheSame() throws IOException {
        Files.delete(home.resolve("notebooks"));
        Notebooks.NotHere here = (Notebooks.NotHere) setups.look();
        assertThat(here.missing()).isEqualTo(home.resolve("notebooks").toString());
        Files.createDirectory(home.resolve("notebooks"));
        Files.writeString(file, MINE);

        Ran.of(List.of("bash", "-c", String.join("\n", here.commands())), Map.of("HOME", home.toString()), new byte[0])
                .orFail("the commands");

        assertThat(atBase().undo()).isEmpty();
        try (Stream<Path> all = Files.list(home)) {
            assertThat(all.filter(each -> each.getFileName().toString().startsWith("user_setups.2")))
                    .singleElement()
                    .satisfies(each -> assertThat(each).hasContent(MINE));
        }
    }

    @Test
    void aDirectoryOfThatNameIsLeftAlone() throws IOException {
        Files.createDirectory(file);
        assertThat(setups.look()).isInstanceOf(Notebooks.Blocked.class);
    }

    @Test
    @Tag("root")
    void somebodyElsesFileIsLeftAlone() throws IOException {
        Files.writeString(file, MINE);
        Ran.must("chown", "nobody", file.toString());
        assertThat(setups.look())
                .isInstanceOfSatisfying(Notebooks.Blocked.class, blocked -> assertThat(blocked.problem())
                        .contains("belongs to nobody"));
    }

    @Test
    @Tag("root")
    void onAFullDiskTheOldFileStays() throws IOException {
        try (Mount disk = Mount.tmpfs(home.resolve("notebooks"), "size=64k")) {
            Files.writeString(file, MINE);
            Notebooks.Elsewhere seen = elsewhere();
            Ran.of(List.of("sh", "-c", "cat /dev/zero > " + disk.directory() + "/full"));

            assertThat(setups.toBase(seen)).isInstanceOf(NotebooksEnding.Failed.class);

            assertThat(file).hasContent(MINE);
            assertThat(kept).doesNotExist();
            Files.delete(disk.directory().resolve("full"));
            assertOnly(file, home.resolve("notebooks"));
            // Two file systems: what is kept is a copy, and comes back as one.
            assertThat(toBase()).isInstanceOf(NotebooksEnding.Done.class);
            assertThat(kept).hasContent(MINE);
            assertThat(setups.undo(atBase())).isInstanceOf(NotebooksEnding.Done.class);
            assertThat(file).hasContent(MINE);
            assertThat(kept).doesNotExist();
        }
    }

    private static void assertOnly(Path file, Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsKeptToo() throws IOException {
        Files.createSymbolicLink(file, Path.of("/nowhere/setups"));
        assertThat(elsewhere().now()).isEqualTo(new Holding.Link("/nowhere/setups", ""));
        assertThat(toBase()).isInstanceOf(NotebooksEnding.Done.class);
        assertThat(Files.readSymbolicLink(kept)).hasToString("/nowhere/setups");
        assertThat(setups.undo(atBase()).now()).isInstanceOf(Notebooks.Elsewhere.class);
        assertThat(Optional.of(Files.readSymbolicLink(file)).map(Path::toString))
                .contains("/nowhere/setups");
    }
}
