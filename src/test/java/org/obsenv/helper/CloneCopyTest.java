package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a clone that became a link between the look and the copy is copied as a link, and taken for nothing else. */
class CloneCopyTest {
    @TempDir
    Path directory;

    private Path git;
    private Path own;

    @BeforeEach
    void copyOneLink() throws IOException {
        git = Files.createDirectories(directory.resolve("clone/.git"));
        own = Files.createDirectories(directory.resolve("own"));
        Files.createDirectories(git.resolve("refs/heads"));
        Files.createDirectories(git.resolve("objects/ab"));
    }

    @Test
    void aHeadThatBecameALinkIsNotFollowed() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "as it was");
        Files.createSymbolicLink(own.resolve("HEAD"), secret);

        assertThatIOException()
                .isThrownBy(() -> CloneCopy.references(git, own))
                .withMessage("its HEAD became a symbolic link meanwhile");
        assertThat(secret).hasContent("as it was");
    }

    @Test
    void norIsAnObject() throws IOException {
        Files.createDirectories(own.resolve("objects/ab"));
        Files.createSymbolicLink(own.resolve("objects/ab/cdef"), directory);

        assertThatIOException()
                .isThrownBy(() -> CloneCopy.objects(git, own))
                .withMessage("its objects/ab/cdef became a symbolic link meanwhile");
    }

    @Test
    void whatIsThereIsCopied() throws IOException {
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/deploy\n");
        Files.writeString(git.resolve("refs/heads/deploy"), "0".repeat(40) + "\n");

        CloneCopy.references(git, own);

        assertThat(own.resolve("HEAD")).hasContent("ref: refs/heads/deploy");
        assertThat(own.resolve("refs/heads/deploy")).exists();
    }
}
