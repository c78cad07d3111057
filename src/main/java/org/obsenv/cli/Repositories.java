package org.obsenv.cli;

import java.util.List;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.RevisionReader;

/** Packages, in order, and what names in their repositories stand for. */
public record Repositories(List<PackageName> packages, RevisionReader revisions) {
    public Repositories {
        packages = List.copyOf(packages);
    }
}
