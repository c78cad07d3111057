package org.obsenv.console.signoff;

import java.util.Optional;
import org.obsenv.domain.registry.AliasMeaning;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.words.ImageNames;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Moves of the recommended tag, in words. Pure. */
final class TagTexts {
    private final SignOffParts parts;
    private final Words words;
    private final ImageNames names = new ImageNames();

    TagTexts(SignOffParts parts, Words words) {
        this.parts = parts;
        this.words = words;
    }

    /** {@code recommended: Weekly 2026_38 → Weekly 2026_45 (sha256:9f3c…e1)}. */
    String move(SignOffSight.Seen seen, Optional<Digest> from, Candidate candidate, Digest to) {
        return words.text(
                "tag.move",
                "tag",
                Visible.line(parts.images().map(SiteImages::recommended).orElse("")),
                "from",
                from.map(digest -> name(seen, digest)).orElseGet(() -> words.text("tag.none")),
                "to",
                Visible.line(names.of(candidate.tag())),
                "digest",
                to.shortened());
    }

    /** Who ordered what, and what is to be done. */
    String order(Act order) {
        String tag =
                switch (order.deed()) {
                    case Deed.PromotionOrdered ordered -> ordered.tag();
                    case Deed.ReturnOrdered ordered -> ordered.tag();
                    default -> throw new IllegalArgumentException("no order: " + order);
                };
        boolean isOurs = parts.images().stream().anyMatch(SiteImages::isOurs);
        return words.text(
                isOurs ? "tag.unproven" : "tag.ordered",
                "who",
                order.actor(),
                "at",
                Days.moment(order.at()),
                "tag",
                Visible.line(tag));
    }

    /** The image that the tag is to mean. */
    static Digest target(Act order) {
        return order.deed() instanceof Deed.ReturnOrdered ordered ? ordered.to() : order.digest();
    }

    /** What people call an image: a tag that means it, else its digest. */
    String name(SignOffSight.Seen seen, Digest digest) {
        return AliasMeaning.of(digest, RecommendedTexts.known(seen))
                .map(tag -> Visible.line(names.of(tag)))
                .orElseGet(digest::shortened);
    }
}
