package org.obsenv.domain.changes;

import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/**
 * One file as it was looked at: a commit's is that from its first parent to it, a range's from one end to the other.
 *
 * @param path the file's new path
 */
public record ViewedFile(PackageName name, CommitId from, CommitId to, String path) {}
