package org.obsenv.domain;

import java.util.Optional;

/**
 * A package's commit before and after an act; empty where the generation does not hold the package.
 */
public record PackageMove(PackageName name, Optional<CommitId> from, Optional<CommitId> to) {}
