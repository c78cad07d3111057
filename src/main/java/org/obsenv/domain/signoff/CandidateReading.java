package org.obsenv.domain.signoff;

import java.util.Optional;

/**
 * A candidate as the store has it.
 *
 * @param candidate with its genuine acts only
 * @param revision of the document as it stands, genuine or not
 * @param doubt from where on it is unverified; empty when all of it is genuine
 */
public record CandidateReading(Candidate candidate, Revision revision, Optional<Doubt> doubt) {
    public boolean isWhole() {
        return doubt.isEmpty();
    }
}
