package org.obsenv.domain.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.comparison.Comparison.Subject;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;

/** The images that the ledger knows by their digests: those of its candidates, oldest first. */
record KnownImages(List<Known> all) {
    private record Known(String id, Subject subject) {}

    /** Of all candidates but one. */
    static KnownImages of(LedgerReading ledger, Candidate butThis) {
        List<Known> all = new ArrayList<>();
        for (CandidateReading each : ledger.candidates()) {
            Candidate candidate = each.candidate();
            candidate
                    .image()
                    .filter(digest -> !candidate.id().equals(butThis.id()))
                    .ifPresent(digest -> all.add(new Known(
                            candidate.id(), new Subject(candidate.tag().text(), digest))));
        }
        return new KnownImages(all);
    }

    /** By a candidate's identity, or by its tag: the newest candidate of it. */
    Optional<Subject> named(String text) {
        return all.reversed().stream()
                .filter(each -> each.id().equals(text) || each.subject().tag().equals(text))
                .map(Known::subject)
                .findFirst();
    }

    /** What a digest is called. */
    Optional<Subject> called(Digest digest) {
        return all.reversed().stream()
                .map(Known::subject)
                .filter(each -> each.digest().equals(digest))
                .findFirst();
    }
}
