package org.obsenv.console.signoff;

import java.util.Optional;
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

    /** What was ordered, with everything that whoever moves it by hand needs. */
    String order(Act order) {
        String at = Days.moment(order.at());
        return switch (order.deed()) {
            case Deed.PromotionOrdered(String tag, Optional<Digest> from) ->
                words.text(
                        "tag.ordered",
                        "who",
                        order.actor(),
                        "at",
                        at,
                        "tag",
                        Visible.line(tag),
                        "to",
                        order.digest().text());
            case Deed.ReturnOrdered(String tag, Digest to, String reason) ->
                words.text("tag.ordered", "who", order.actor(), "at", at, "tag", Visible.line(tag), "to", to.text());
            default -> "";
        };
    }

    /** What people call an image: by the candidate it was, else by its digest. */
    String name(SignOffSight.Seen seen, Digest digest) {
        return seen.reading().candidates().stream()
                .filter(each -> each.candidate().image().equals(Optional.of(digest)))
                .findFirst()
                .map(each -> Visible.line(names.of(each.candidate().tag())))
                .orElseGet(digest::shortened);
    }
}
