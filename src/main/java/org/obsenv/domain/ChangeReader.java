package org.obsenv.domain;

import java.util.List;

/** Reads what lies between two commits of a package. Blocks; safe to call from several background threads. */
public interface ChangeReader {
    /** The commits of both sides, at most {@code limit} each. */
    Known<CommitRange> commits(PackageName name, CommitId from, CommitId to, int limit);

    /** The files that differ, in path order. */
    Known<List<FileChange>> files(PackageName name, CommitId from, CommitId to);

    /** One file's diff. Of what is too large to be compared it says so in place of its lines. */
    Known<FileDiff> diff(PackageName name, CommitId from, CommitId to, FileChange file);
}
