package org.obsenv.words;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** What an input or output error means, in a person's words and with the file it was about. */
public final class IoWords {
    private IoWords() {}

    public static String of(IOException error) {
        return switch (error) {
            case NoSuchFileException e -> e.getFile() + " is not there";
            case AccessDeniedException e -> e.getFile() + " may not be accessed by this account";
            case NotDirectoryException e -> e.getFile() + " is not a directory";
            case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
            default ->
                Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
        };
    }
}
