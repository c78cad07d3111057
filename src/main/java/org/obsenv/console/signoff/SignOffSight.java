package org.obsenv.console.signoff;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;

/** The newest look at the store of sign-offs. */
public sealed interface SignOffSight {
    record NotYet() implements SignOffSight {}

    /** What is there, and which images the candidates' tags mean now, as far as anybody knows. */
    record Seen(LedgerReading reading, Map<String, Looked<Optional<Digest>>> tags) implements SignOffSight {
        public Seen {
            tags = Map.copyOf(tags);
        }

        /** Whether every document could be read and is as it was sealed. */
        public boolean isWhole() {
            return reading.broken().isEmpty()
                    && reading.candidates().stream().allMatch(CandidateReading::isWhole)
                    && reading.designationsDoubt().isEmpty()
                    && reading.windows().doubt().isEmpty();
        }
    }

    /** The store cannot be read: nothing of an older look is shown for true. */
    record Blind(String reason, Instant since) implements SignOffSight {}
}
