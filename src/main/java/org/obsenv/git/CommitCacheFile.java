package org.obsenv.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Sha256;

/**
 * A commit cache as a file in the caller's own cache directory, never in the environment. It is only a memory: one that
 * is broken, or cannot be written, is as good as none.
 */
final class CommitCacheFile {
    private static final String HEADER = "obsenv-commits 1";
    private static final long LARGEST = 32L * 1024 * 1024;

    private final Path file;

    CommitCacheFile(Path file) {
        this.file = file;
    }

    /** Fills the cache with what is in the file; a file that was changed or cut short is not believed at all. */
    void load(CommitCache cache) {
        readWhole().ifPresent(lines -> {
            for (String line : lines) {
                take(List.of(line.split(" ", -1)), cache);
            }
        });
        // What was read need not be written again.
        cache.takeGrown();
    }

    /** Replaces the file when the cache has grown. */
    void save(CommitCache cache) {
        if (!cache.takeGrown()) {
            return;
        }
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory == null) {
                return;
            }
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path ready = Files.createTempFile(directory, "commits", ".new");
            try {
                Files.write(ready, bytes(cache));
                Files.move(ready, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(ready);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // No room or no home: the next start reads the repositories again, and nobody needs to know.
            return;
        }
    }

    private Optional<List<String>> readWhole() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            int last = text.lastIndexOf('\n', text.length() - 2) + 1;
            String body = text.substring(0, last);
            boolean isWhole =
                    body.startsWith(HEADER + "\n") && text.substring(last).equals(digest(body) + "\n");
            return isWhole ? Optional.of(body.lines().skip(1).toList()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void take(List<String> words, CommitCache cache) {
        if (words.getFirst().equals("pair")) {
            cache.remember(
                    new CommitCache.Pair(new CommitId(words.get(1)), new CommitId(words.get(2))),
                    new AheadBehind(Integer.parseInt(words.get(3)), Integer.parseInt(words.get(4))));
        } else {
            cache.remember(new CommitSummary(
                    new CommitId(words.get(1)),
                    decoded(words.get(3)),
                    decoded(words.get(4)),
                    Instant.ofEpochSecond(Long.parseLong(words.get(2)))));
        }
    }

    private static byte[] bytes(CommitCache cache) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        cache.comparisons().forEach((pair, counts) -> text.append("pair ")
                .append(pair.left())
                .append(' ')
                .append(pair.right())
                .append(' ')
                .append(counts.ahead())
                .append(' ')
                .append(counts.behind())
                .append('\n'));
        cache.summaries().values().forEach(summary -> text.append("commit ")
                .append(summary.id())
                .append(' ')
                .append(summary.at().getEpochSecond())
                .append(' ')
                .append(encoded(summary.subject()))
                .append(' ')
                .append(encoded(summary.author()))
                .append('\n'));
        String body = text.toString();
        return (body + digest(body) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String digest(String body) {
        return Sha256.hex(body.getBytes(StandardCharsets.US_ASCII));
    }
}
