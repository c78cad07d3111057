package org.obsenv.domain.signoff;

import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Refusal;

/** What speaks against one more list of packages, whoever attaches it. */
final class PackageRules {
    /** Lists are long, and a document has an end: the acts that count must always find room. */
    static final int MOST_LISTS = 8;

    private PackageRules() {}

    static Optional<Ruling> against(Candidate candidate, Digest digest, Deed.PackagesListed listed) {
        Optional<Act> newest = candidate.packages(digest);
        if (newest.isPresent() && newest.get().deed().equals(listed)) {
            return newest.map(Rules::already);
        }
        long there = candidate.acts().stream()
                .filter(act -> act.deed() instanceof Deed.PackagesListed)
                .count();
        return there < MOST_LISTS
                ? Optional.empty()
                : Optional.of(new Ruling.Forbidden(
                        Refusal.TOO_MANY_LISTS,
                        Map.of("candidate", candidate.id(), "most", Integer.toString(MOST_LISTS))));
    }
}
