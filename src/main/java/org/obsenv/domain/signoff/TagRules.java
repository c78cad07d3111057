package org.obsenv.domain.signoff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowSession;

/**
 * Whether the recommended tag may be moved, decided at the moment of writing. Pure: a console asks the same before it
 * offers a button.
 *
 * @param actor who asks
 */
public record TagRules(Policy policy, String actor, Instant now) {
    /**
     * What the image source says.
     *
     * @param candidate the image that the candidate's own tag means
     * @param recommended the image that the recommended tag means
     */
    public record Tags(Optional<Digest> candidate, Optional<Digest> recommended) {}

    /** Why it may not be recommended now, as far as the record and the clock say; empty when it may. */
    public Optional<Ruling.Forbidden> promote(Candidate candidate, Digest digest, WindowCalendar windows) {
        Optional<Digest> image = candidate.image();
        if (!candidate.isOpen() || image.isEmpty()) {
            return forbidden(Refusal.CANDIDATE_CLOSED, Map.of("candidate", candidate.id()));
        }
        if (!digest.equals(image.get())) {
            return moved(digest, image.get());
        }
        if (!policy.mayRecord(actor)) {
            return notRecorder();
        }
        Standing standing = Standing.of(policy, candidate, digest, now);
        if (!policy.steps().contains(new Step.Promotion())) {
            return forbidden(Refusal.NO_PROMOTION, Map.of("candidate", candidate.id()));
        }
        if (!standing.isAgreed()) {
            return Optional.of(new Ruling.Forbidden(
                    Refusal.NOT_AGREED,
                    Map.of(
                            "candidate",
                            candidate.id(),
                            "open",
                            Long.toString(standing.openSteps()),
                            "missing",
                            Integer.toString(standing.seats().size() - standing.signed()))));
        }
        List<String> missing = policy.deployments().stream()
                .filter(each -> !standing.pulled().contains(each))
                .toList();
        if (!missing.isEmpty()) {
            return forbidden(Refusal.NOT_PULLED, Map.of("missing", String.join(", ", missing)));
        }
        return window(windows);
    }

    /** Why it may not be put back to what it replaced. No window is needed for that, as for no roll back. */
    public Optional<Ruling.Forbidden> putBack(Candidate candidate, Digest digest) {
        Optional<Act> promotion = candidate.promotion();
        if (promotion.isEmpty()) {
            return forbidden(Refusal.NOT_RECOMMENDED, Map.of("candidate", candidate.id()));
        }
        if (!promotion.get().digest().equals(digest)) {
            return moved(digest, promotion.get().digest());
        }
        if (!policy.mayRecord(actor)) {
            return notRecorder();
        }
        return replaced(candidate).isEmpty()
                ? forbidden(Refusal.NOTHING_REPLACED, Map.of("candidate", candidate.id()))
                : Optional.empty();
    }

    /** The image that it replaced when it was recommended; empty when it is not, or when there was none before. */
    public static Optional<Digest> replaced(Candidate candidate) {
        return candidate.promotedFrom();
    }

    /** Why the end of an order may not be looked for and recorded. */
    public Optional<Ruling.Forbidden> verify(Candidate candidate) {
        if (candidate.order().isEmpty()) {
            return forbidden(Refusal.NOTHING_ORDERED, Map.of("candidate", candidate.id()));
        }
        return policy.mayRecord(actor) ? Optional.empty() : notRecorder();
    }

    /** Why a promotion may not go on from what the tags mean now. */
    public static Optional<Ruling.Forbidden> fromTags(
            Candidate candidate, Digest digest, Tags tags, Optional<Digest> sawRecommended) {
        if (!tags.candidate().equals(Optional.of(digest))) {
            return Optional.of(new Ruling.Forbidden(
                    Refusal.TAG_ELSEWHERE,
                    Map.of(
                            "tag", candidate.tag().text(),
                            "agreed", digest.shortened(),
                            "now", shown(tags.candidate()))));
        }
        return fromRecommended(tags, sawRecommended);
    }

    /** Why the recommended tag may not be moved from what it means now: it is not what the person saw. */
    public static Optional<Ruling.Forbidden> fromRecommended(Tags tags, Optional<Digest> saw) {
        return tags.recommended().equals(saw)
                ? Optional.empty()
                : Optional.of(new Ruling.Forbidden(
                        Refusal.RECOMMENDED_MOVED, Map.of("saw", shown(saw), "now", shown(tags.recommended()))));
    }

    private Optional<Ruling.Forbidden> window(WindowCalendar windows) {
        Optional<WindowSession> open = windows.openAt(now);
        if (open.isEmpty()) {
            return Optional.of(windows.next(now)
                    .map(next -> new Ruling.Forbidden(
                            Refusal.WINDOW_CLOSED,
                            Map.of("window", next.window(), "at", next.start().toString())))
                    .orElseGet(() -> new Ruling.Forbidden(Refusal.NO_WINDOW, Map.of())));
        }
        return windows.openNow(now).stream().allMatch(WindowSession::isTentative)
                ? Optional.of(new Ruling.Forbidden(
                        Refusal.WINDOW_TENTATIVE,
                        Map.of(
                                "window", open.get().window(),
                                "until", open.get().end().toString())))
                : Optional.empty();
    }

    private Optional<Ruling.Forbidden> notRecorder() {
        return Optional.of(new Ruling.Forbidden(
                Refusal.NOT_RECORDER,
                Map.of("actor", actor, "recorders", policy.recorders().stream().collect(Collectors.joining(", ")))));
    }

    private static Optional<Ruling.Forbidden> moved(Digest saw, Digest now) {
        return Optional.of(
                new Ruling.Forbidden(Refusal.DIGEST_MOVED, Map.of("saw", saw.shortened(), "now", now.shortened())));
    }

    private static Optional<Ruling.Forbidden> forbidden(Refusal refusal, Map<String, String> facts) {
        return Optional.of(new Ruling.Forbidden(refusal, facts));
    }

    private static String shown(Optional<Digest> digest) {
        return digest.map(Digest::shortened).orElse("-");
    }
}
