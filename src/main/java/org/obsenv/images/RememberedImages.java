package org.obsenv.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.ImageFacts;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Digest;

/**
 * A source whose last answers stand, with their age, while it is away. What is in an image is asked once: a digest
 * means the same for ever. May be used by several threads.
 */
public final class RememberedImages implements ImageSource {
    private final ImageSource source;
    private volatile Looked<List<ImageTag>> tags = new Looked.Never<>("nobody has looked yet");
    private final Map<String, Looked<Optional<Digest>>> digests = new ConcurrentHashMap<>();
    private final Map<Digest, Looked<ImageFacts>> facts = new ConcurrentHashMap<>();

    public RememberedImages(ImageSource source) {
        this.source = source;
    }

    @Override
    public Looked<List<ImageTag>> tags() {
        Looked<List<ImageTag>> now = source.tags().orBefore(tags);
        tags = now;
        return now;
    }

    @Override
    public Map<String, Looked<Optional<Digest>>> digests(Set<String> wanted) {
        Map<String, Looked<Optional<Digest>>> now = new LinkedHashMap<>();
        source.digests(wanted)
                .forEach((tag, looked) ->
                        now.put(tag, digests.merge(tag, looked, (earlier, latest) -> latest.orBefore(earlier))));
        return now;
    }

    @Override
    public Looked<ImageFacts> facts(Digest digest) {
        Looked<ImageFacts> known = facts.get(digest);
        if (known != null) {
            return known;
        }
        Looked<ImageFacts> now = source.facts(digest);
        if (now.answer().isPresent()) {
            facts.put(digest, now);
        }
        return now;
    }
}
