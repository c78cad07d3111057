package org.obsenv.viewed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.ViewedFile;
import org.obsenv.domain.changes.ViewedFiles;
import org.obsenv.domain.changes.ViewedFiles.Remembered;

@Execution(ExecutionMode.CONCURRENT)
class ViewedFilesOnDiskTest {
    private static final Remembered NOTHING = new Remembered(Set.of(), Optional.empty());

    @TempDir
    Path home;

    private Path directory() {
        return home.resolve("state/obsenv");
    }

    private Path file() {
        return directory().resolve("viewed");
    }

    private ViewedFiles files() {
        return new ViewedFilesOnDisk(file());
    }

    private static ViewedFile viewed(String path) {
        return new ViewedFile(
                new PackageName("ts_wep"), new CommitId("a".repeat(40)), new CommitId("b".repeat(40)), path);
    }

    @Test
    void remembersAcrossStartsAndForgetsAgain() throws IOException {
        assertThat(files().read()).isEqualTo(NOTHING);
        ViewedFile plain = viewed("python/a.py");
        ViewedFile odd = viewed("a\nb\u202e ü \"'.py");
        files().mark(plain, true);
        assertThat(files().mark(odd, true)).isEqualTo(new Remembered(Set.of(plain, odd), Optional.empty()));
        assertThat(files().read()).isEqualTo(new Remembered(Set.of(plain, odd), Optional.empty()));
        assertThat(files().mark(plain, false)).isEqualTo(new Remembered(Set.of(odd), Optional.empty()));
        assertThat(files().read()).isEqualTo(new Remembered(Set.of(odd), Optional.empty()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        try (var all = Files.list(directory())) {
            assertThat(all.map(each -> String.valueOf(each.getFileName())))
                    .containsExactlyInAnyOrder("viewed", "viewed.lock");
        }
    }

    @Test
    void aSpoiltFileIsNoMarksAndIsSaidAndPutAside() throws IOException {
        files().mark(viewed("a"), true);
        String whole = Files.readString(file());
        Remembered spoilt = new Remembered(
                Set.of(), Optional.of("what you viewed before is not known: " + file() + " was changed or cut short"));
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file(), whole.substring(0, length));
            assertThat(files().read()).as("the first %d characters", length).isEqualTo(spoilt);
        }
        Files.writeString(file(), whole.replace("ts_wep", "ts_wop"));
        assertThat(files().read()).isEqualTo(spoilt);
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(files().read()).isEqualTo(spoilt);
        assertThat(files().mark(viewed("b"), true)).isEqualTo(new Remembered(Set.of(viewed("b")), Optional.empty()));
        assertThat(Files.readAllBytes(file().resolveSibling("viewed.spoilt")))
                .isEqualTo(new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    }

    @Test
    void whatCannotBeReadOrWrittenIsSaid() throws IOException {
        Files.createDirectories(home.resolve("state"));
        Files.writeString(directory(), "a file where the directory belongs");
        assertThat(files().read().files()).isEmpty();
        Remembered marked = files().mark(viewed("a"), true);
        assertThat(marked.files()).isEmpty();
        assertThat(marked.problem().orElse("")).startsWith("it is not remembered that you viewed this: ");
        assertThat(ViewedFilesOnDisk.nowhere().mark(viewed("a"), true))
                .isEqualTo(new Remembered(
                        Set.of(), Optional.of("what you view is not remembered: there is no home directory")));
    }

    @Test
    void twoConsolesKeepEachOthersMarks() {
        ViewedFiles one = files();
        ViewedFiles other = files();
        one.mark(viewed("a"), true);
        other.mark(viewed("b"), true);
        one.mark(viewed("c"), true);
        assertThat(files().read())
                .isEqualTo(new Remembered(Set.of(viewed("a"), viewed("b"), viewed("c")), Optional.empty()));
    }

    @Test
    void forgetsTheOldestWhenThereAreVeryMany() throws IOException {
        SequencedSet<ViewedFile> many = new LinkedHashSet<>();
        for (int i = 0; i < ViewedFilesOnDisk.MOST; i++) {
            many.add(viewed("f" + i));
        }
        Files.createDirectories(directory());
        Files.writeString(file(), ViewedText.write(many));
        assertThat(files().read().files()).hasSize(ViewedFilesOnDisk.MOST);
        many.removeFirst();
        many.add(viewed("new"));
        assertThat(files().mark(viewed("new"), true)).isEqualTo(new Remembered(many, Optional.empty()));
    }
}
