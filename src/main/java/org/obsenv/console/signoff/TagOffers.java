package org.obsenv.console.signoff;

import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Step;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.signoff.TagRules;
import org.obsenv.words.Words;

/** Works out what one person may do with the recommended tag. Pure. */
final class TagOffers {
    private final SignOffParts parts;
    private final String actor;
    private final Forms forms;
    private final TagTexts texts;

    TagOffers(SignOffParts parts, Words words, String actor) {
        this.parts = parts;
        this.actor = actor;
        this.forms = new Forms(words);
        this.texts = new TagTexts(parts, words);
    }

    /** @param actable whether the record is genuine and the tag still means the image */
    Desk.TagOffer offer(SignOffSight.Seen seen, Candidate candidate, boolean actable, Instant now) {
        TagRules rules = new TagRules(parts.policy(), actor, now);
        Optional<Act> order = candidate.order();
        Optional<Optional<Digest>> recommended = recommended(seen);
        if (order.isPresent()) {
            return rules.verify(candidate).isEmpty()
                    ? new Desk.TagOffer.Verify(
                            order.get().digest(),
                            texts.order(order.get()),
                            TagTexts.target(order.get()),
                            recommended.flatMap(means -> again(seen, candidate, order.get(), means, rules)))
                    : new Desk.TagOffer.Nothing();
        }
        Optional<Act> promotion = candidate.promotion();
        if (promotion.isPresent()) {
            Digest image = promotion.get().digest();
            boolean mayReturn =
                    rules.putBack(candidate, image).isEmpty() && recommended.equals(Optional.of(Optional.of(image)));
            return mayReturn
                    ? new Desk.TagOffer.PutBack(
                            image,
                            forms.putBack(texts.name(
                                    seen, TagRules.replaced(candidate).orElseThrow())))
                    : new Desk.TagOffer.Nothing();
        }
        Optional<Digest> asked = candidate.image();
        if (!actable || asked.isEmpty() || !parts.policy().steps().contains(new Step.Promotion())) {
            return new Desk.TagOffer.Nothing();
        }
        Digest image = asked.get();
        boolean mayPromote = recommended.isPresent() && mayPromote(seen, candidate, image, rules);
        return mayPromote
                ? new Desk.TagOffer.Promote(
                        image, recommended.get(), texts.move(seen, recommended.get(), candidate, image))
                : new Desk.TagOffer.NotYet();
    }

    private boolean mayPromote(SignOffSight.Seen seen, Candidate candidate, Digest image, TagRules rules) {
        return rules.promote(candidate, image, seen.reading().windows().calendar(parts.windows()))
                .isEmpty();
    }

    /** The ordered move once more, while the tag is where it was and the verb moves it itself. */
    private Optional<TagMove> again(
            SignOffSight.Seen seen, Candidate candidate, Act order, Optional<Digest> recommended, TagRules rules) {
        boolean isOurs = parts.images().stream().anyMatch(SiteImages::isOurs);
        if (!isOurs || recommended.equals(Optional.of(TagTexts.target(order)))) {
            return Optional.empty();
        }
        return switch (order.deed()) {
            case Deed.ReturnOrdered(String tag, Digest to, String reason)
            when rules.putBack(candidate, order.digest()).isEmpty()
                    && recommended.equals(Optional.of(order.digest())) -> Optional.of(new TagMove.Return(reason));
            case Deed.PromotionOrdered ordered
            when mayPromote(seen, candidate, order.digest(), rules) -> Optional.of(new TagMove.Promote(recommended));
            default -> Optional.empty();
        };
    }

    /** What the recommended tag means now; an answer of before is no ground to move it. */
    private Optional<Optional<Digest>> recommended(SignOffSight.Seen seen) {
        return parts.images()
                .map(SiteImages::recommended)
                .flatMap(tag -> Optional.ofNullable(seen.tags().get(tag)))
                .filter(looked -> looked instanceof Looked.Now<Optional<Digest>>)
                .flatMap(Looked::answer);
    }
}
