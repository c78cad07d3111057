package org.obsenv.console.signoff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.console.support.Times;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.AliasMeaning;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.registry.Retention;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.words.ImageNames;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Which image the recommended tag means now, in words: {@code Recommended (Weekly 2026_22)}. Pure. */
final class RecommendedTexts {
    private final String tag;
    private final Retention retention;
    private final Words words;
    private final Times times;
    private final ImageNames names = new ImageNames();

    RecommendedTexts(String tag, Retention retention, Words words, Times times) {
        this.tag = tag;
        this.retention = retention;
        this.words = words;
        this.times = times;
    }

    /** Empty before anybody looked, and where there is nowhere to look. */
    Optional<String> line(SignOffSight.Seen seen, Instant now) {
        String alias = Visible.line(names.of(ImageTag.parse(tag)));
        return Optional.ofNullable(seen.tags().get(tag)).map(looked -> switch (looked) {
            case Looked.Now<Optional<Digest>>(Optional<Digest> image, Instant at) -> means(alias, image, seen, now);
            case Looked.Before<Optional<Digest>>(Optional<Digest> image, Instant at, String reason) ->
                words.text(
                        "recommended.before", "recommended", means(alias, image, seen, now), "age", times.age(at, now));
            case Looked.Never<Optional<Digest>>(String reason) -> words.text("recommended.unknown", "alias", alias);
        });
    }

    private String means(String alias, Optional<Digest> image, SignOffSight.Seen seen, Instant now) {
        if (image.isEmpty()) {
            return words.text("recommended.none", "tag", tag);
        }
        Optional<ImageTag> known = AliasMeaning.of(image.get(), known(seen));
        String shown = known.map(each -> Visible.line(names.of(each)))
                .orElseGet(() -> image.get().shortened());
        String means = words.text("recommended.means", "alias", alias, "image", shown);
        // Everybody starts from it: whoever looks should know before it is gone.
        return known.flatMap(each ->
                        retention.daysLeft(each, now.atOffset(ZoneOffset.UTC).toLocalDate()))
                .map(days -> days > 0
                        ? words.count("recommended.expires", days, "recommended", means)
                        : words.text("recommended.expired", "recommended", means))
                .orElse(means);
    }

    /** What the ledger's candidates were sealed for, and what the registry's tags mean now. */
    static Map<ImageTag, Digest> known(SignOffSight.Seen seen) {
        Map<ImageTag, Digest> known = new HashMap<>();
        seen.tags().forEach((text, looked) -> looked.answer()
                .flatMap(digest -> digest)
                .ifPresent(digest -> known.put(ImageTag.parse(text), digest)));
        seen.reading().candidates().forEach(each -> each.candidate()
                .image()
                .ifPresent(digest -> known.put(each.candidate().tag(), digest)));
        return known;
    }
}
