package org.obsenv.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.SwitchToken;

/** Reads the layout's three links. */
public final class Links {
    private final LayoutPaths paths;

    public Links(LayoutPaths paths) {
        this.paths = paths;
    }

    /** The link's text; empty when there is no such link (a file of another kind is an error). */
    public static Optional<String> text(Path link) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NotLinkException e) {
            throw new IOException(link + " is not a symbolic link", e);
        }
    }

    /** The generation a text such as {@code generations/000039} names. */
    public static Optional<GenerationId> generationIn(String text) {
        return text.startsWith(LayoutPaths.GENERATIONS)
                ? GenerationId.parse(text.substring(LayoutPaths.GENERATIONS.length()))
                : Optional.empty();
    }

    /** What {@code deploy} names. */
    public Optional<GenerationId> deploy() throws IOException {
        return text(paths.deploy()).flatMap(Links::generationIn);
    }

    /** What {@code base} names. */
    public Optional<GenerationId> base() throws IOException {
        return text(paths.base()).flatMap(Links::generationIn);
    }

    /** The generation that a text of {@code current} stands for now: {@code deploy} is followed. */
    public Optional<GenerationId> generationFor(String currentText) throws IOException {
        return currentText.equals(LayoutPaths.DEPLOY) ? deploy() : generationIn(currentText);
    }

    /**
     * {@code current} as it is: text, inode and change time of one and the same link; empty when there is none.
     */
    public Optional<SwitchToken> current() throws IOException {
        while (true) {
            Optional<SwitchToken> before = status();
            Optional<String> text = text(paths.current());
            Optional<SwitchToken> after = status();
            // A switch between the calls would pair one link's text with another's inode.
            if (before.equals(after)) {
                return before.flatMap(
                        token -> text.map(target -> new SwitchToken(target, token.inode(), token.changed())));
            }
        }
    }

    private Optional<SwitchToken> status() throws IOException {
        try {
            Map<String, Object> status =
                    Files.readAttributes(paths.current(), "unix:ino,ctime", LinkOption.NOFOLLOW_LINKS);
            if (status.get("ino") instanceof Long inode && status.get("ctime") instanceof FileTime changed) {
                return Optional.of(new SwitchToken("", inode, changed.toInstant()));
            }
            throw new IOException(paths.current() + " has no inode number on this file system");
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
