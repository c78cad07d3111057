package org.obsenv.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;

/**
 * What a change is, wherever it is made: paths, modes, and the lines with three around them, without their numbers and
 * blanks. Two commits are equal by it where {@code git cherry} takes them for the same; the digest itself is not git's.
 */
final class PatchId {
    private static final int CONTEXT = 3;

    /** As git, which takes what has a NUL there for no text. */
    private static final int LOOKED_AT = 8000;

    // As git's own default, so that both cut a change into the same pieces.
    private static final DiffAlgorithm ALGORITHM = MyersDiff.INSTANCE;

    private final Repository repository;
    private long bytesLeft;

    /**
     * @param bytes how much may be read, for all patches together
     */
    PatchId(Repository repository, long bytes) {
        this.repository = repository;
        this.bytesLeft = bytes;
    }

    /** The id of a change of at least one path; empty when a file is too large, or all that may be read was read. */
    Optional<String> of(List<TreeChange> changes) throws IOException {
        MessageDigest digest = digest();
        for (TreeChange each : changes) {
            add(digest, each.path());
            add(digest, each.oldMode() + " " + each.newMode());
            if (each.oldId().equals(each.newId())) {
                continue;
            }
            Optional<byte[]> before = content(each.oldMode(), each.oldId());
            Optional<byte[]> after = content(each.newMode(), each.newId());
            if (before.isEmpty() || after.isEmpty()) {
                return Optional.empty();
            }
            if (isBinary(before.get()) || isBinary(after.get())) {
                add(digest, each.oldId().name() + " " + each.newId().name());
            } else {
                addLines(digest, new RawText(before.get()), new RawText(after.get()));
            }
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private Optional<byte[]> content(FileMode mode, ObjectId id) throws IOException {
        if (mode.equals(FileMode.MISSING)) {
            return Optional.of(new byte[0]);
        }
        if (mode.equals(FileMode.GITLINK)) {
            return Optional.of(("Subproject commit " + id.name() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        ObjectLoader loader = repository.open(id);
        if (loader.getSize() > Math.min(Blob.LARGEST, bytesLeft)) {
            return Optional.empty();
        }
        bytesLeft -= loader.getSize();
        return Optional.of(loader.getCachedBytes(Blob.LARGEST));
    }

    private static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(LOOKED_AT, content.length); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static void addLines(MessageDigest digest, RawText before, RawText after) {
        EditList edits = ALGORITHM.diff(RawTextComparator.DEFAULT, before, after);
        int told = 0;
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            for (int line = Math.max(told, edit.getBeginA() - CONTEXT); line < edit.getBeginA(); line++) {
                addLine(digest, ' ', before, line);
            }
            for (int line = edit.getBeginA(); line < edit.getEndA(); line++) {
                addLine(digest, '-', before, line);
            }
            for (int line = edit.getBeginB(); line < edit.getEndB(); line++) {
                addLine(digest, '+', after, line);
            }
            int next = i + 1 < edits.size() ? edits.get(i + 1).getBeginA() : before.size();
            told = Math.min(next, edit.getEndA() + CONTEXT);
            for (int line = edit.getEndA(); line < told; line++) {
                addLine(digest, ' ', before, line);
            }
        }
    }

    private static void addLine(MessageDigest digest, char sign, RawText text, int line) {
        if (sign != ' ') {
            digest.update((byte) sign);
        }
        ByteBuffer bytes = text.getRawString(line);
        while (bytes.hasRemaining()) {
            byte each = bytes.get();
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                digest.update(each);
            }
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
