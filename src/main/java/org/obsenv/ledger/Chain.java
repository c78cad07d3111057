package org.obsenv.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.obsenv.domain.signoff.Revision;

/**
 * The acts of a document as a chain: each names the hash of the one before with its seal, so that a seal vouches for
 * everything up to it. Verifying the newest one therefore verifies all, which keeps a long document cheap.
 *
 * @param document its path in the store, which is sealed into every act: none can be moved to another
 */
public record Chain(String document, Map<String, String> header, List<SealedFields> acts) {
    public Chain {
        acts = List.copyOf(acts);
    }

    /** The hash that the act after the {@code number}-th must name. */
    public String hashAt(int number) {
        return number == 0
                ? SealedFields.hashOf(document, header)
                : acts.get(number - 1).hash(document);
    }

    public Revision revision() {
        return new Revision(acts.size(), hashAt(acts.size()));
    }

    /** Whether it has the acts that were known, and none or some more. */
    public boolean extendsFrom(Revision known) {
        return known.number() <= acts.size() && hashAt(known.number()).equals(known.hash());
    }

    /** How many acts, from the first, are as they were sealed. */
    public int genuine(SealKey key) {
        for (int number = linked(); number > 0; number--) {
            SealedFields act = acts.get(number - 1);
            if (key.verifies(SealedFields.canonical(document, act.fields()), act.seal())) {
                return number;
            }
        }
        return 0;
    }

    /** How many acts, from the first, stand in their places and name the one before. */
    private int linked() {
        String before = hashAt(0);
        for (int i = 0; i < acts.size(); i++) {
            SealedFields act = acts.get(i);
            boolean fits = act.field(SealedFields.NUMBER)
                            .filter(Integer.toString(i + 1)::equals)
                            .isPresent()
                    && act.field(SealedFields.BEFORE).filter(before::equals).isPresent();
            if (!fits) {
                return i;
            }
            before = act.hash(document);
        }
        return acts.size();
    }

    /** With one more act at the end. */
    public Chain with(SealedFields act) {
        List<SealedFields> all = new ArrayList<>(acts);
        all.add(act);
        return new Chain(document, header, all);
    }
}
