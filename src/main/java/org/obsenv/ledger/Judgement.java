package org.obsenv.ledger;

import java.util.Optional;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.Doubt.Why;
import org.obsenv.domain.signoff.Revision;

/**
 * How much of a document counts.
 *
 * @param genuine how many acts, from the first
 * @param doubt from where on it is unverified; empty when all of it is genuine and nothing is missing
 */
record Judgement(int genuine, Optional<Doubt> doubt) {
    /** What is known of a document besides itself. */
    sealed interface Known {
        /** The index is there and genuine; empty where it does not know the document. */
        record Indexed(Optional<Revision> revision) implements Known {}

        /** There is no genuine index. */
        record NoIndex() implements Known {}
    }

    /**
     * Pure.
     *
     * @param understood how many of the genuine acts, from the first, this program can read
     * @param seen the newest revision that was seen from here
     */
    static Judgement of(Chain chain, int genuine, int understood, Known known, Optional<Revision> seen) {
        int all = chain.acts().size();
        if (understood < genuine) {
            return doubted(understood, understood + 1, Why.NOT_UNDERSTOOD);
        }
        if (genuine < all) {
            return doubted(genuine, genuine + 1, Why.CHANGED);
        }
        return switch (known) {
            case Known.NoIndex none -> doubted(all, all + 1, Why.NO_INDEX);
            case Known.Indexed(Optional<Revision> revision) ->
                behind(chain, revision)
                        .map(from -> doubted(Math.min(all, from - 1), from, Why.BEHIND_INDEX))
                        .or(() -> behind(chain, seen)
                                .map(from -> doubted(Math.min(all, from - 1), from, Why.BEHIND_SEEN)))
                        .orElseGet(() -> new Judgement(all, Optional.empty()));
        };
    }

    /** The first act that is not what was known: one that is missing, or another in its place. */
    static Optional<Integer> behind(Chain chain, Optional<Revision> known) {
        int all = chain.acts().size();
        return known.filter(revision -> !chain.extendsFrom(revision))
                .map(revision -> revision.number() > all ? all + 1 : Math.max(1, revision.number()));
    }

    static Judgement withoutKey() {
        return doubted(0, 1, Why.NO_KEY);
    }

    private static Judgement doubted(int counted, int from, Why why) {
        return new Judgement(counted, Optional.of(new Doubt(from, why)));
    }
}
