package org.obsenv.helper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListedPin;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.SharedPackage;
import org.obsenv.site.Site;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * Resolves every pin of the base list in the package's repository. All or nothing: a base with a hole is no base.
 *
 * @param commits what each package of the site is pinned to
 * @param names how the list names it
 * @param branches those that are pinned to a branch, which will not stay where base takes it
 */
record PinResolution(
        SortedMap<PackageName, CommitId> commits,
        SortedMap<PackageName, String> names,
        SortedSet<PackageName> branches) {
    static PinResolution of(Site site, LayoutPaths paths, BaseList list) throws IOException, RefusedException {
        List<YamlProblem> foreign = list.foreignTo(site.packageNames());
        if (!foreign.isEmpty()) {
            throw refused(foreign.getFirst().told());
        }
        List<PackageName> missing = list.missing(site.packageNames());
        if (!missing.isEmpty()) {
            throw refused(list.file() + " has no pin for " + missing.getFirst() + "; give it one, or \"unpinned: {"
                    + missing.getFirst() + ": keep COMMIT}\"");
        }
        SortedMap<PackageName, CommitId> commits = new TreeMap<>();
        SortedMap<PackageName, String> names = new TreeMap<>();
        SortedSet<PackageName> branches = new TreeSet<>();
        for (SharedPackage shared : site.packages()) {
            ListedPin pin = list.pin(shared.name()).orElseThrow();
            BareRepository repository = new BareRepository(paths.repository(shared.name()), shared);
            String place = list.file() + ", line " + pin.line() + ", key " + shared.name() + ": ";
            switch (pin) {
                case ListedPin.Named named -> {
                    Revision found = Revision.of(repository, named.name());
                    commits.put(shared.name(), only(found, place + named.name()));
                    names.put(shared.name(), named.name());
                    if (found.isBranch()) {
                        branches.add(shared.name());
                    }
                }
                case ListedPin.Keep keep -> {
                    commits.put(
                            shared.name(), only(Revision.commitOf(repository, keep.commit()), place + keep.commit()));
                    names.put(shared.name(), "keep " + keep.commit());
                }
            }
        }
        return new PinResolution(commits, names, branches);
    }

    /** What a maintainer must be told of pins that are good enough. */
    List<String> notes() {
        Words words = Words.of("endings");
        return branches.stream()
                .map(name -> words.text(
                        "note.branch",
                        "package",
                        name,
                        "name",
                        Objects.requireNonNull(names.get(name)),
                        "commit",
                        Objects.requireNonNull(commits.get(name)).abbreviated()))
                .toList();
    }

    private static CommitId only(Revision found, String place) throws RefusedException {
        return found.commit().orElseThrow(() -> refused(place + found.problem()));
    }

    private static RefusedException refused(String problem) {
        return new RefusedException(Refusal.BAD_LIST, Map.of("problem", problem));
    }
}
