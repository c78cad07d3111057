package org.obsenv.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.ImageFacts;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Digest;

/** A source that cannot be asked at all, such as one whose credentials cannot be read; it says why. */
public record NoImages(String reason) implements ImageSource {
    @Override
    public Looked<List<ImageTag>> tags() {
        return new Looked.Never<>(reason);
    }

    @Override
    public Map<String, Looked<Optional<Digest>>> digests(Set<String> tags) {
        Map<String, Looked<Optional<Digest>>> none = new LinkedHashMap<>();
        tags.forEach(tag -> none.put(tag, new Looked.Never<>(reason)));
        return none;
    }

    @Override
    public Looked<ImageFacts> facts(Digest digest) {
        return new Looked.Never<>(reason);
    }
}
