package org.obsenv.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.handover.HandoverKeeper.Kept;
import org.obsenv.hostile.Mount;

@Execution(ExecutionMode.CONCURRENT)
class HandoverFilesTest {
    @TempDir
    Path home;

    @Test
    void writesWhatWasSaidIntoTheHomeDirectory() throws IOException {
        Path place = home.resolve("night.md");
        assertThat(files().keep("night.md", "# Nächte\n")).isEqualTo(new Kept.In(place.toString()));
        assertThat(place).hasContent("# Nächte\n");
        assertThat(files().keep("night.md", "# Nächte\n"))
                .as("the same once more")
                .isEqualTo(new Kept.In(place.toString()));
    }

    @Test
    void writesOverNothing() throws IOException {
        Path place = Files.writeString(home.resolve("night.md"), "mine");
        assertThat(files().keep(place.toString(), "other")).isEqualTo(new Kept.Taken(place.toString()));
        assertThat(place).hasContent("mine");
    }

    @Test
    void followsNoLinkToWhatIsThere() throws IOException {
        Path mine = Files.writeString(home.resolve("mine"), "mine");
        Path link = Files.createSymbolicLink(home.resolve("night.md"), mine);
        assertThat(files().keep("night.md", "other")).isEqualTo(new Kept.Taken(link.toString()));
        assertThat(mine).hasContent("mine");
    }

    @Test
    void saysWhyItCouldNot() throws IOException {
        Files.createDirectory(home.resolve("night"));
        assertThat(files().keep("night", "x")).isEqualTo(new Kept.Failed("night", "it is a directory"));
        assertThat(files().keep("a\0b", "x")).isEqualTo(new Kept.Failed("a\0b", "it is no name of a file"));
        Path away = home.resolve("away").resolve("night.md");
        assertThat(files().keep("away/night.md", "x"))
                .isEqualTo(new Kept.Failed("away/night.md", away + " is not there"));
    }

    @Test
    @Tag("root")
    void leavesNoHalfOfItOnAFullDisk() {
        try (Mount disk = Mount.tmpfs(home.resolve("full"), "size=4k")) {
            Path place = disk.directory().resolve("night.md");
            assertThat(files().keep(place.toString(), "x".repeat(5000)))
                    .isEqualTo(new Kept.Failed(place.toString(), "No space left on device"));
            assertThat(disk.directory()).isEmptyDirectory();
        }
    }

    private HandoverFiles files() {
        return new HandoverFiles(home);
    }
}
