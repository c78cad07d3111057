package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for files that git does not know. A directory is listed again only when its own time stamp changed; that one
 * stat a directory is all a quiet work tree costs.
 */
final class UntrackedSearch {
    // A directory that changed within a clock tick of being listed may have changed again unseen.
    private static final Duration FRESH = Duration.ofSeconds(3);

    /** What a directory's listing came to: a file of its own, and the untracked directories to look into. */
    private record Listing(
            Optional<Object> key, Instant modified, boolean isSettled, boolean hasFile, List<Path> inner) {}

    private final Path workTree;
    private final IgnoreRules rules;
    private final Map<Path, Listing> listings = new HashMap<>();

    UntrackedSearch(Path workTree, Path commonDirectory) {
        this.workTree = workTree;
        this.rules = new IgnoreRules(workTree, commonDirectory);
    }

    /** Lists everything anew: the index or a file of rules changed. */
    void forget() {
        listings.clear();
        rules.forget();
    }

    boolean isAnyUntracked(Index index, Instant now) throws IOException {
        for (Map.Entry<Path, Set<String>> each : index.children().entrySet()) {
            Path directory = each.getKey();
            if (hasUntracked(directory, name -> isTracked(directory, name, each.getValue(), index), now)) {
                return true;
            }
        }
        return false;
    }

    /** A tracked directory that a file has replaced is a file git does not know. */
    private static boolean isTracked(Path directory, String name, Set<String> tracked, Index index) {
        if (!tracked.contains(name)) {
            return false;
        }
        Path child = directory.resolve(name);
        return !index.children().containsKey(child) || Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean hasUntracked(Path directory, Predicate<String> isTracked, Instant now) throws IOException {
        Optional<Listing> listing = listing(directory, isTracked, now);
        if (listing.isEmpty()) {
            return false;
        }
        if (listing.get().hasFile()) {
            return true;
        }
        for (Path inner : listing.get().inner()) {
            if (hasUntracked(inner, name -> false, now)) {
                return true;
            }
        }
        return false;
    }

    /** Empty where there is no such directory: that a tracked file is gone is told elsewhere. */
    private Optional<Listing> listing(Path directory, Predicate<String> isTracked, Instant now) throws IOException {
        try {
            BasicFileAttributes status =
                    Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!status.isDirectory()) {
                return Optional.empty();
            }
            Listing known = listings.get(directory);
            Instant modified = status.lastModifiedTime().toInstant();
            Optional<Object> key = Optional.ofNullable(status.fileKey());
            if (known != null
                    && known.isSettled()
                    && known.modified().equals(modified)
                    && known.key().equals(key)) {
                return Optional.of(known);
            }
            boolean isSettled = modified.isBefore(now.minus(FRESH));
            Listing listing = list(directory, isTracked, key, modified, isSettled);
            listings.put(directory, listing);
            return Optional.of(listing);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        }
    }

    private Listing list(
            Path directory, Predicate<String> isTracked, Optional<Object> key, Instant modified, boolean isSettled)
            throws IOException {
        rules.forget(directory);
        boolean hasFile = false;
        List<Path> inner = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path each : entries) {
                String name = String.valueOf(each.getFileName());
                if (isTracked.test(name) || (directory.equals(workTree) && name.equals(".git"))) {
                    continue;
                }
                boolean isDirectory = Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS);
                if (rules.isIgnored(each, isDirectory)) {
                    continue;
                }
                // A repository inside is told as one untracked thing, like a file.
                if (isDirectory && !Files.exists(each.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                    inner.add(each);
                } else {
                    hasFile = true;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new Listing(key, modified, isSettled, hasFile, inner);
    }
}
