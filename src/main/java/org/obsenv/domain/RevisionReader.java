package org.obsenv.domain;

import java.util.List;

/**
 * Reads what the names of a package's repository stand for, as its last fetch left them. Blocks; safe to call from
 * several background threads.
 */
public interface RevisionReader {
    /** What a tag, a branch or a commit stands for here. */
    Pin revision(PackageName name, String typed);

    /** What a version stands for here, in any of the ways its tag may be spelled; else as {@link #revision}. */
    Pin version(PackageName name, String value);

    /** Every branch of the remote and every tag: branches first, then the tags, the newest versions first. */
    Known<List<String>> names(PackageName name);

    /** How a commit stands to another, as to a pin. */
    Drift stand(PackageName name, CommitId commit, CommitId to);
}
