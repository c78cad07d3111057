package org.obsenv.helper;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.TagRules;
import org.obsenv.registry.ListedImages;

/** The recommended tag of a list that is kept by hand: whoever keeps the list moves it. */
final class ListedTag implements RecommendedTag {
    private final Path file;
    private final String name;
    private final ListedImages images;

    ListedTag(Path file, String name) {
        this.file = file;
        this.name = name;
        this.images = new ListedImages(file, InstantSource.system());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public TagRules.Tags tags(ImageTag candidate) throws RefusedException {
        Map<String, Looked<Optional<Digest>>> found = images.digests(Set.of(candidate.text(), name));
        return new TagRules.Tags(now(found, candidate.text()), now(found, name));
    }

    private Optional<Digest> now(Map<String, Looked<Optional<Digest>>> found, String tag) throws RefusedException {
        Looked<Optional<Digest>> looked = found.getOrDefault(tag, new Looked.Never<>(file.toString()));
        if (looked.silence().isPresent()) {
            throw RecommendedTag.silent(looked.silence().get());
        }
        return looked.answer().orElseThrow();
    }

    @Override
    public boolean has(Digest image) throws RefusedException {
        // A list that cannot be read says nothing of what is in it.
        Optional<String> silence = images.tags().silence();
        if (silence.isPresent()) {
            throw RecommendedTag.silent(silence.get());
        }
        return images.facts(image).answer().isPresent();
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public void move(Digest to) {
        throw new IllegalStateException("a list is its keeper's to change: " + file);
    }
}
