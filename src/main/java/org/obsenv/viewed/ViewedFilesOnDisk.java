package org.obsenv.viewed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.obsenv.domain.changes.ViewedFile;
import org.obsenv.domain.changes.ViewedFiles;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/**
 * Remembers in one file, replaced as a whole, so that it is there or as it was before whenever the machine stops. Two
 * consoles of one person take turns at a lock beside it. A file that was spoilt is put aside with the first mark after it.
 */
public final class ViewedFilesOnDisk implements ViewedFiles {
    /** Of more, those marked longest ago are forgotten. */
    static final int MOST = 20_000;

    private static final long LARGEST = 16L * 1024 * 1024;

    private final Path file;
    private final Words words = Words.of("reading");

    public ViewedFilesOnDisk(Path file) {
        this.file = file;
    }

    /** What the file says, and what is wrong with it. */
    private record Content(SequencedSet<ViewedFile> files, Optional<String> problem, boolean isSpoilt) {
        static Content none(String problem, boolean isSpoilt) {
            return new Content(new LinkedHashSet<>(), Optional.of(problem), isSpoilt);
        }

        Remembered remembered() {
            return new Remembered(files, problem);
        }
    }

    @Override
    public synchronized Remembered read() {
        return content().remembered();
    }

    @Override
    public synchronized Remembered mark(ViewedFile marked, boolean viewed) {
        try {
            Path directory = directory();
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Content before = content();
                SequencedSet<ViewedFile> files = before.files();
                files.remove(marked);
                if (viewed) {
                    files.addLast(marked);
                }
                while (files.size() > MOST) {
                    files.removeFirst();
                }
                if (before.isSpoilt()) {
                    Files.move(
                            file,
                            file.resolveSibling(file.getFileName() + ".spoilt"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
                write(directory, ViewedText.write(files));
            }
            // Read again: what the next start will find is what is shown.
            return content().remembered();
        } catch (IOException e) {
            return new Remembered(
                    content().files(), Optional.of(words.text("viewed.unwritten", "problem", IoWords.of(e))));
        }
    }

    private Path directory() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is in no directory");
        }
        return directory;
    }

    private Content content() {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return new Content(new LinkedHashSet<>(), Optional.empty(), false);
            }
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return spoilt();
            }
            return ViewedText.read(Files.readString(file))
                    .map(files -> new Content(files, Optional.empty(), false))
                    .orElseGet(this::spoilt);
        } catch (CharacterCodingException e) {
            return spoilt();
        } catch (IOException e) {
            return Content.none(words.text("viewed.unread", "problem", IoWords.of(e)), false);
        }
    }

    private Content spoilt() {
        return Content.none(words.text("viewed.spoilt", "file", file), true);
    }

    private void write(Path directory, String text) throws IOException {
        Path next = Files.createTempFile(directory, "viewed", ".new");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel channel = FileChannel.open(directory)) {
                channel.force(true);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Remembers nothing, where there is no home directory to remember it in. */
    public static ViewedFiles nowhere() {
        Words words = Words.of("reading");
        return new ViewedFiles() {
            @Override
            public Remembered read() {
                return new Remembered(Set.of(), Optional.of(words.text("viewed.nowhere")));
            }

            @Override
            public Remembered mark(ViewedFile file, boolean viewed) {
                return read();
            }
        };
    }
}
