package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheTree;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.FS;

/**
 * A clone's index, parsed once for as long as its file stays.
 *
 * @param isUnmerged true when a merge left conflicts, or a file is only announced
 * @param tree the tree the index stands for, where it says so itself
 * @param children the tracked names in each tracked directory
 */
record Index(
        DirCache cache,
        List<TrackedFile> files,
        boolean isUnmerged,
        Optional<ObjectId> tree,
        Map<Path, Set<String>> children) {
    /** Reads the index; what it cannot make sense of is an error, never an empty index. */
    static Index read(Path file, Path workTree) throws IOException {
        DirCache cache = DirCache.read(file.toFile(), FS.DETECTED);
        List<TrackedFile> files = new ArrayList<>(cache.getEntryCount());
        Map<Path, Set<String>> children = new HashMap<>();
        children.put(workTree, new HashSet<>());
        boolean isUnmerged = false;
        for (int i = 0; i < cache.getEntryCount(); i++) {
            DirCacheEntry entry = cache.getEntry(i);
            isUnmerged |= entry.getStage() != DirCacheEntry.STAGE_0 || entry.isIntentToAdd();
            Path path = workTree.resolve(entry.getPathString());
            addToParents(path, workTree, children);
            // Both bits say: do not look at the work tree for this one.
            if (!entry.isSkipWorkTree() && !entry.isAssumeValid()) {
                files.add(tracked(path, entry));
            }
        }
        return new Index(cache, List.copyOf(files), isUnmerged, tree(cache), children);
    }

    private static TrackedFile tracked(Path path, DirCacheEntry entry) {
        var modified = entry.getLastModifiedInstant();
        int seconds = entry.isSmudged() ? -1 : (int) modified.getEpochSecond();
        return new TrackedFile(
                path, entry.getObjectId(), seconds, modified.getNano(), entry.getLength(), entry.getRawMode());
    }

    private static void addToParents(Path path, Path workTree, Map<Path, Set<String>> children) {
        Path child = path;
        while (!child.equals(workTree)) {
            Path parent = child.getParent();
            Path name = child.getFileName();
            if (parent == null || name == null) {
                return;
            }
            boolean isNewDirectory = !children.containsKey(parent);
            children.computeIfAbsent(parent, each -> new HashSet<>()).add(name.toString());
            if (!isNewDirectory) {
                return;
            }
            child = parent;
        }
    }

    private static Optional<ObjectId> tree(DirCache cache) {
        DirCacheTree tree = cache.getCacheTree(false);
        return tree != null && tree.isValid() ? Optional.of(tree.getObjectId()) : Optional.empty();
    }
}
