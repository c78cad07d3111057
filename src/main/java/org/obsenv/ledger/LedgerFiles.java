package org.obsenv.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looks at the files of a store: bounded, following no link, waiting for no pipe. */
public final class LedgerFiles {
    private LedgerFiles() {}

    /** The bytes of a file, at most one more than a document may have; empty when there is none. */
    public static Optional<byte[]> bytes(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(ChainDocument.LIMIT + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The documents of candidates, by their paths in the store, in the order of their names. */
    public static List<String> candidates(LedgerPaths paths) throws IOException {
        List<String> documents = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(paths.candidates(), "*.yaml")) {
            for (Path each : files) {
                String name = String.valueOf(each.getFileName());
                if (!name.startsWith(".")) {
                    documents.add(LedgerPaths.document(name.substring(0, name.length() - ".yaml".length())));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(documents);
        return documents;
    }
}
