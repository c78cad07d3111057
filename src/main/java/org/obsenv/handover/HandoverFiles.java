package org.obsenv.handover;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.obsenv.domain.handover.HandoverKeeper;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/** Writes a text where nothing is yet. */
public final class HandoverFiles implements HandoverKeeper {
    private final Path home;

    /** @param home where a name without a directory is meant to be */
    public HandoverFiles(Path home) {
        this.home = home;
    }

    @Override
    public Kept keep(String file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Path place = home.resolve(file).normalize();
            return Files.isDirectory(place)
                    ? new Kept.Failed(file, Words.of("handover").text("keep.directory"))
                    : write(place, bytes);
        } catch (InvalidPathException e) {
            return new Kept.Failed(file, Words.of("handover").text("keep.name"));
        } catch (IOException e) {
            return new Kept.Failed(file, IoWords.of(e));
        }
    }

    private static Kept write(Path place, byte[] bytes) throws IOException {
        try {
            // Never over a file that is there, not even one that came this moment.
            Files.createFile(place);
        } catch (FileAlreadyExistsException e) {
            return holds(place, bytes) ? new Kept.In(place.toString()) : new Kept.Taken(place.toString());
        }
        try {
            Files.write(place, bytes);
        } catch (IOException e) {
            // Half of it would pose as the whole in the morning.
            Files.delete(place);
            throw e;
        }
        return holds(place, bytes)
                ? new Kept.In(place.toString())
                : new Kept.Failed(place.toString(), Words.of("handover").text("keep.differs"));
    }

    private static boolean holds(Path place, byte[] bytes) throws IOException {
        return Files.isRegularFile(place)
                && Files.size(place) == bytes.length
                && Arrays.equals(Files.readAllBytes(place), bytes);
    }
}
