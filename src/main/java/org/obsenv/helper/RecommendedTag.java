package org.obsenv.helper;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.TagRules;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;
import org.obsenv.site.ImageSite;
import org.obsenv.site.Site;

/** The tag that people start from: what it means, and how it is moved where that is ours to do. Blocks for a while. */
interface RecommendedTag {
    /** The tag as the site names it. */
    String name();

    /** Where it is, for whoever moves it by hand: {@code registry.example.org/lsst/sciplat-lab}. */
    String place();

    /** What the candidate's own tag and the recommended one mean now. */
    TagRules.Tags tags(ImageTag candidate) throws RefusedException;

    /** Whether that image is there to be recommended. */
    boolean has(Digest image) throws RefusedException;

    /** Whether this account may move it. */
    boolean isOurs();

    /** Moves it; what it means afterwards is for {@link #tags} to say. Only where it is ours. */
    void move(Digest to) throws IOException;

    static RecommendedTag of(Site site, TrustedPath trusted) throws RefusedException {
        ImageSite images =
                site.images().orElseThrow(() -> new RefusedException(Refusal.NO_IMAGES, Map.of("site", site.name())));
        return switch (images.source()) {
            case ImageSite.Source.Listed(var file) -> {
                // Whoever can write the list could say of herself that an image is recommended.
                trusted.require(file);
                yield new ListedTag(file, images.recommended());
            }
            case ImageSite.Source.Registry registry ->
                new RegistryTag(
                        new RegistryClient(
                                new RegistryAddress(registry.base(), registry.repository()),
                                TagCredentials.of(registry, trusted)),
                        new RegistryAddress(registry.base(), registry.repository()),
                        images.recommended(),
                        registry.promotion().isPresent());
        };
    }

    /** The answer, or the refusal that there is none. */
    static RefusedException silent(String problem) {
        return new RefusedException(Refusal.IMAGES_SILENT, Map.of("problem", problem));
    }

    /** A digest for a sentence. */
    static String shown(Optional<Digest> digest) {
        return digest.map(Digest::text).orElse("-");
    }
}
