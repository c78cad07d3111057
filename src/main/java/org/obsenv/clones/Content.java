package org.obsenv.clones;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;

/** Compares a file's content with a git object, where the stats alone cannot tell. */
final class Content {
    private static final String POINTER = "version https://git-lfs";
    private static final int LONGEST_POINTER = 1024;

    private Content() {}

    /** True when the file holds what the object says; a large file kept by git-lfs is held against its pointer. */
    static boolean isSame(Path file, boolean isLink, ObjectId content, Repository repository) throws IOException {
        if (isLink) {
            byte[] target = Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8);
            MessageDigest digest = blobDigest(target.length);
            return ObjectId.fromRaw(digest.digest(target)).equals(content);
        }
        long size = Files.size(file);
        return ObjectId.fromRaw(hash(file, blobDigest(size))).equals(content)
                || isLarge(file, size, content, repository);
    }

    /** The pointer names the content's SHA-256; git-lfs itself would be a child process. */
    private static boolean isLarge(Path file, long size, ObjectId content, Repository repository) throws IOException {
        ObjectLoader loader = repository.open(content);
        if (loader.getSize() > LONGEST_POINTER) {
            return false;
        }
        String pointer = new String(loader.getCachedBytes(), StandardCharsets.UTF_8);
        if (!pointer.startsWith(POINTER) || !pointer.contains("\nsize " + size + "\n")) {
            return false;
        }
        String hex = HexFormat.of().formatHex(hash(file, digest("SHA-256")));
        return pointer.contains("\noid sha256:" + hex + "\n");
    }

    private static byte[] hash(Path file, MessageDigest digest) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private static MessageDigest blobDigest(long size) {
        MessageDigest digest = digest("SHA-1");
        digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        return digest;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
