package org.obsenv.planted.helper;

import org.eclipse.jgit.lib.ObjectId;
import org.obsenv.planted.domain.SomethingReader;

/** Breaks: the privileged side is small; only git knows JGit. */
public record LooksWithJGit(ObjectId id, SomethingReader reader) {}
