package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    private static final String ADDRESS = "https://example.org/ts_wep/commit/8f31c02";

    @TempDir
    Path directory;

    private String starter(String name, String script) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }

    @Test
    void takesTheFirstStarterThatIsThereAndWorks() throws IOException {
        Path told = directory.resolve("told");
        String missing = directory.resolve("missing").toString();
        String failing = starter("failing", "exit 3");
        String working = starter("working", "printf '%s' \"$*\" >" + told);
        String further = starter("further", "touch " + directory.resolve("further-ran"));
        new Browser(List.of(missing, failing, working, further)).open(ADDRESS);
        assertThat(told).hasContent(ADDRESS);
        assertThat(directory.resolve("further-ran")).doesNotExist();
    }

    @Test
    void saysWhenNoneStarts() throws IOException {
        String failing = starter("failing", "exit 3");
        assertThatThrownBy(() -> new Browser(List.of(failing)).open(ADDRESS)).isInstanceOf(IllegalStateException.class);
    }
}
