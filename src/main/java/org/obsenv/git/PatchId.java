package org.obsenv.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.Edit;
import org.obsenv.domain.diff.Edits;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.WhiteSpace;

/**
 * What a change is, wherever it is made: paths, modes, and the lines with three around them, without their numbers and
 * blanks. Two commits are equal by it where {@code git cherry} takes them for the same; the digest itself is not git's.
 */
final class PatchId {
    private static final int CONTEXT = 3;

    /** As git, which takes what has a NUL there for no text. */
    private static final int LOOKED_AT = 8000;

    private static final int LARGEST = 4 * 1024 * 1024;

    private final Repository repository;
    private long bytesLeft;

    /**
     * @param bytes how much may be read, for all patches together
     */
    PatchId(Repository repository, long bytes) {
        this.repository = repository;
        this.bytesLeft = bytes;
    }

    /** The id of a change of at least one path; empty when a file is too large or too hard, or all that may be read was. */
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
            } else if (!addLines(digest, text(before.get()), text(after.get()))) {
                return Optional.empty();
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
        if (loader.getSize() > Math.min(LARGEST, bytesLeft)) {
            return Optional.empty();
        }
        bytesLeft -= loader.getSize();
        return Optional.of(loader.getCachedBytes(LARGEST));
    }

    private static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(LOOKED_AT, content.length); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** A character for each byte, whatever they stand for. */
    private static FileText text(byte[] content) {
        return FileText.of(content, StandardCharsets.ISO_8859_1);
    }

    /** False when it was given up to look for the smallest difference: it could be another one elsewhere. */
    private static boolean addLines(MessageDigest digest, FileText before, FileText after) {
        Comparison comparison = Comparison.of(before, after, WhiteSpace.SHOWN);
        Edits edits = comparison.edits();
        int told = 0;
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            for (int line = Math.max(told, edit.beginA() - CONTEXT); line < edit.beginA(); line++) {
                addLine(digest, "", before, line);
            }
            for (int line = edit.beginA(); line < edit.endA(); line++) {
                addLine(digest, "-", before, line);
            }
            for (int line = edit.beginB(); line < edit.endB(); line++) {
                addLine(digest, "+", after, line);
            }
            int next = i + 1 < edits.size() ? edits.get(i + 1).beginA() : before.lines();
            told = Math.min(next, edit.endA() + CONTEXT);
            for (int line = edit.endA(); line < told; line++) {
                addLine(digest, "", before, line);
            }
        }
        return !comparison.isCoarse();
    }

    private static void addLine(MessageDigest digest, String sign, FileText text, int line) {
        String shown = sign + text.whole(line);
        for (int i = 0; i < shown.length(); i++) {
            char each = shown.charAt(i);
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                digest.update((byte) each);
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
