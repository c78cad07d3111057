package org.obsenv.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.obsenv.domain.Pin;
import org.obsenv.domain.VersionText;
import org.obsenv.words.Words;

/**
 * Finds what a version stands for, in every way that its tag may be spelled. Two spellings of one commit are one; of two
 * commits they are told and never guessed.
 */
final class VersionResolver {
    private static final String TAGS = "refs/tags/";

    /** {@code 2.13.0.sims-4-g6cf0aa7+7c85dde3c7}: so many commits after a tag, then a build's own hash. */
    private static final Pattern DESCRIBED = Pattern.compile(".+-[0-9]+-g([0-9a-f]{7,40})(?:\\+.*)?");

    /** Shorter ones are numbers more often than commits. */
    private static final Pattern ABBREVIATION = Pattern.compile("[0-9a-f]{7,40}");

    private final Repository repository;

    VersionResolver(Repository repository) {
        this.repository = repository;
    }

    /** A name of the repository and what it stands for. */
    private record Found(String name, Pin.Kind kind, RevCommit commit) {}

    Pin resolve(String value) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            PinResolver names = new PinResolver(repository, PinResolver.Called.PIN);
            List<Found> found = new ArrayList<>(tags(value, walk));
            names.branch(value, walk).ifPresent(each -> found.add(new Found(value, Pin.Kind.BRANCH, each)));
            Matcher described = DESCRIBED.matcher(value);
            if (described.matches() && found.isEmpty()) {
                commits(described.group(1), names, walk, found);
            } else if (ABBREVIATION.matcher(value).matches()) {
                commits(value, names, walk, found);
            }
            return choose(value, found);
        }
    }

    private List<Found> tags(String value, RevWalk walk) throws IOException {
        Optional<VersionText> version = VersionText.parse(value);
        List<Found> found = new ArrayList<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(TAGS)) {
            String name = ref.getName().substring(TAGS.length());
            if (name.equals(value)
                    || (version.isPresent() && VersionText.parse(name).equals(version))) {
                PinResolver.commit(ref, walk).ifPresent(each -> found.add(new Found(name, Pin.Kind.TAG, each)));
            }
        }
        // As the list spells it, then as most tags are spelled.
        found.sort(Comparator.comparing((Found each) -> !each.name().equals(value))
                .thenComparing(each -> !each.name().equals("v" + value))
                .thenComparing(Found::name));
        return found;
    }

    private static void commits(String hex, PinResolver names, RevWalk walk, List<Found> found) throws IOException {
        for (RevCommit each : names.abbreviated(hex, walk)) {
            found.add(new Found(hex, Pin.Kind.COMMIT, each));
        }
    }

    private static Pin choose(String value, List<Found> found) {
        Map<RevCommit, Found> commits = new LinkedHashMap<>();
        found.forEach(each -> commits.putIfAbsent(each.commit(), each));
        if (commits.size() == 1) {
            Found only = found.getFirst();
            return new Pin.Resolved(
                    only.name(),
                    only.kind(),
                    Commits.id(only.commit()),
                    Instant.ofEpochSecond(only.commit().getCommitTime()));
        }
        Words words = Words.of("reading");
        if (commits.isEmpty()) {
            return new Pin.Unresolved(value, words.text("version.missing", "value", value));
        }
        String names = String.join(
                ", ",
                found.stream()
                        .map(each ->
                                each.name() + " (" + Commits.id(each.commit()).abbreviated() + ")")
                        .toList());
        return new Pin.Unresolved(
                value, words.text("version.ambiguous", "value", value, "count", commits.size(), "names", names));
    }
}
