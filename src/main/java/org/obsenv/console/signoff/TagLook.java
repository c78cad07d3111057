package org.obsenv.console.signoff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.image.ImageType;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Digest;

/**
 * Asks which images tags mean now. Blocks; for a background thread.
 *
 * @param wanted tags to be asked for, the alias among them
 * @param alias the recommended tag
 * @param named digests that have a name already
 */
record TagLook(ImageSource images, Set<String> wanted, String alias, Set<Digest> named) {
    /** The alias is a new image, if it is none that anybody proposed; older ones are not asked for one by one. */
    private static final int NEWEST = 8;

    Map<String, Looked<Optional<Digest>>> look() {
        Map<String, Looked<Optional<Digest>>> found = new HashMap<>(images.digests(wanted));
        Optional<Digest> recommended =
                Optional.ofNullable(found.get(alias)).flatMap(Looked::answer).flatMap(digest -> digest);
        if (recommended.filter(digest -> !named.contains(digest)).isPresent()) {
            found.putAll(images.digests(newest(images.tags().answer().orElse(List.of()))));
        }
        return found;
    }

    private static Set<String> newest(List<ImageTag> tags) {
        return Stream.of(ImageType.WEEKLY, ImageType.RELEASE)
                .flatMap(type -> tags.stream()
                        .filter(tag -> tag.type() == type)
                        .sorted(ImageTag.ORDER.reversed().thenComparing(Comparator.comparing(ImageTag::text)))
                        .limit(NEWEST))
                .map(ImageTag::text)
                .collect(Collectors.toSet());
    }
}
