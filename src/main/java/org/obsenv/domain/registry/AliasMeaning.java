package org.obsenv.domain.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.image.ImageType;
import org.obsenv.domain.signoff.Digest;

/** Which numbered image an alias such as {@code recommended} means: the one of the same digest. */
public final class AliasMeaning {
    /** Where two names mean one image, the one that people agree about. */
    private static final List<ImageType> PREFERRED =
            List.of(ImageType.RELEASE, ImageType.WEEKLY, ImageType.CANDIDATE, ImageType.DAILY);

    private AliasMeaning() {}

    /** The tag of that image; empty when none of those known has its digest. */
    public static Optional<ImageTag> of(Digest alias, Map<ImageTag, Digest> known) {
        return known.entrySet().stream()
                .filter(each -> each.getValue().equals(alias))
                .map(Map.Entry::getKey)
                .filter(tag -> PREFERRED.contains(tag.type()))
                .min(Comparator.<ImageTag>comparingInt(tag -> PREFERRED.indexOf(tag.type()))
                        .thenComparing(ImageTag.ORDER.reversed())
                        .thenComparing(ImageTag::text));
    }
}
