package org.obsenv.helper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hash of the git tree that a directory's files make, computed from the files themselves (gitformat: tree and blob
 * objects), so that a checkout is proven without believing the program that wrote it.
 */
final class TreeHash {
    private static final byte[] NO_FILES = {};

    private final Path top;
    private final Set<Path> leftOut;

    private TreeHash(Path top, Set<Path> leftOut) {
        this.top = top;
        this.leftOut = leftOut;
    }

    /**
     * The hash in hexadecimal.
     *
     * @param leftOut paths under {@code top} that are not the commit's: {@code .git} and prepared files
     */
    static String of(Path top, Set<Path> leftOut) throws IOException {
        return HexFormat.of().formatHex(new TreeHash(top, leftOut).tree(top));
    }

    private byte[] tree(Path directory) throws IOException {
        List<TreeObject.Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                if (!leftOut.contains(child)) {
                    entry(child, entries);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (entries.isEmpty() && !directory.equals(top)) {
            return NO_FILES;
        }
        return TreeObject.hash(entries);
    }

    private void entry(Path child, List<TreeObject.Entry> entries) throws IOException {
        byte[] name = String.valueOf(child.getFileName()).getBytes(StandardCharsets.UTF_8);
        if (Files.isSymbolicLink(child)) {
            byte[] target = linkText(child);
            MessageDigest sha = blob(target.length);
            entries.add(TreeObject.Entry.of("120000", name, sha.digest(target)));
        } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            byte[] hash = tree(child);
            // git has no empty directories: one that holds only what is left out is none either.
            if (hash.length > 0) {
                entries.add(TreeObject.Entry.of("40000", name, hash));
            }
        } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
            boolean executable = Files.getPosixFilePermissions(child, LinkOption.NOFOLLOW_LINKS)
                    .contains(PosixFilePermission.OWNER_EXECUTE);
            entries.add(TreeObject.Entry.of(executable ? "100755" : "100644", name, file(child)));
        } else {
            throw new IOException(child + " is neither a file, a link nor a directory");
        }
    }

    /** The link's own bytes. The JDK drops a trailing or doubled slash; the length on disk tells when it did. */
    private static byte[] linkText(Path link) throws IOException {
        byte[] text = Files.readSymbolicLink(link).toString().getBytes(StandardCharsets.UTF_8);
        if (Files.readAttributes(link, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .size()
                == text.length) {
            return text;
        }
        return ProgramRun.run(
                        List.of("/usr/bin/readlink", "-n", "--", link.toString()),
                        Path.of("/"),
                        Map.of("LC_ALL", "C.UTF-8"),
                        Duration.ofSeconds(10))
                .output();
    }

    private static byte[] file(Path file) throws IOException {
        MessageDigest sha = blob(Files.size(file));
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] buffer = new byte[65536];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                sha.update(buffer, 0, n);
            }
        }
        return sha.digest();
    }

    private static MessageDigest blob(long length) {
        MessageDigest sha = TreeObject.sha1();
        sha.update(("blob " + length + "\0").getBytes(StandardCharsets.US_ASCII));
        return sha;
    }
}
