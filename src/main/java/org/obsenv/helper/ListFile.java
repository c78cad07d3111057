package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import org.obsenv.base.BaseList;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Sha256;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** The base list as it stood on the disk at one moment, with its bytes: what is written is made from these. */
final class ListFile {
    private final Path file;
    private final byte[] bytes;
    private final BaseList list;

    private ListFile(Path file, byte[] bytes, BaseList list) {
        this.file = file;
        this.bytes = bytes;
        this.list = list;
    }

    static ListFile read(Act act) throws IOException, RefusedException {
        Path file = act.site().baseList();
        try {
            BaseList.read(file); // refuses what is no regular file or too large before it is taken whole
            byte[] bytes = Files.readAllBytes(file);
            return new ListFile(file, bytes, BaseList.parse(file.toString(), bytes));
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.BAD_LIST, Map.of("problem", e.told()));
        }
    }

    Path file() {
        return file;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What the bytes say. */
    BaseList list() {
        return list;
    }

    String sha256() {
        return list.sha256();
    }

    /** That it can be written: refused before anything is built, and not at the end of it. */
    void requireWritable() throws RefusedException {
        Words words = Words.of("endings");
        if (Files.isSymbolicLink(file)) {
            throw unwritable(words.text("list.link"));
        }
        Path directory = Durable.parent(file);
        try {
            (TrustedSite.isThroughSudo() ? TrustedPath.strict() : TrustedPath.ofCaller()).require(directory);
        } catch (IOException e) {
            throw unwritable(IoWords.of(e));
        }
        if (!Files.isWritable(directory)) {
            throw unwritable(words.text("list.directory", "directory", directory));
        }
    }

    private RefusedException unwritable(String problem) {
        return new RefusedException(Refusal.LIST_UNWRITABLE, Map.of("path", file.toString(), "problem", problem));
    }

    /** Puts that text in its place, in one rename, with its mode and group; of a dead one's leftovers nothing stays. */
    void replace(byte[] text) throws IOException {
        PosixFileAttributes was = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        sweep();
        Path next = Unique.beside(file);
        try {
            Durable.create(next, text);
            PosixFileAttributeView view =
                    Files.getFileAttributeView(next, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (!view.readAttributes().group().equals(was.group())) {
                try {
                    view.setGroup(was.group());
                } catch (IOException e) {
                    // The account is not in that group: the list then belongs to its own, and is the right text.
                }
            }
            view.setPermissions(was.permissions());
            Durable.rename(next, file);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Durable.parent(file))) {
            for (Path each : entries) {
                if (Unique.isUnfinished(each) && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Whether the file still has these bytes. */
    boolean isUnchanged() throws IOException {
        return Sha256.hex(Files.readAllBytes(file)).equals(sha256());
    }
}
