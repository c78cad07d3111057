package org.obsenv.domain.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Digest;

/** Where the images are. Blocks, for a bounded time; call from a background thread. Never throws for what it finds. */
public interface ImageSource {
    /** Every tag there is. */
    Looked<List<ImageTag>> tags();

    /** Which image each of these tags means now; empty for a tag that is not there. */
    Map<String, Looked<Optional<Digest>>> digests(Set<String> tags);

    /** What is in an image. */
    Looked<ImageFacts> facts(Digest digest);
}
