package org.obsenv.console.changes;

import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/** Two commits of a package whose files are held against each other. */
record FileRange(PackageName name, CommitId from, CommitId to) {}
