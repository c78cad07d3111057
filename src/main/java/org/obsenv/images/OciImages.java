package org.obsenv.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.ImageFacts;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.registry.RegistryClient;
import org.obsenv.registry.RegistryProblem;

/** The images of one repository of an OCI registry. */
public final class OciImages implements ImageSource {
    private static final int PAGE = 1000;
    private static final int PAGES = 20;
    private static final int LONGEST_LABEL = 1024 * 1024;

    private final RegistryClient registry;
    private final InstantSource clock;

    public OciImages(RegistryClient registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    @Override
    public Looked<List<ImageTag>> tags() {
        return look(this::allTags);
    }

    @Override
    public Map<String, Looked<Optional<Digest>>> digests(Set<String> tags) {
        Map<String, Looked<Optional<Digest>>> digests = new LinkedHashMap<>();
        for (String tag : tags) {
            digests.put(tag, look(() -> registry.digest(tag)));
        }
        return digests;
    }

    @Override
    public Looked<ImageFacts> facts(Digest digest) {
        return look(() -> read(digest));
    }

    private <T> Looked<T> look(Question<T> question) {
        try {
            return new Looked.Now<>(question.ask(), clock.instant());
        } catch (RegistryProblem e) {
            return new Looked.Never<>(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Looked.Never<>("the look was broken off");
        }
    }

    private List<ImageTag> allTags() throws IOException {
        List<ImageTag> tags = new ArrayList<>();
        RegistryClient.Page page = registry.tags(PAGE);
        for (int pages = 1; ; pages++) {
            for (JsonNode tag : Json.read(page.json()).path("tags")) {
                tags.add(ImageTag.parse(tag.asText()));
            }
            if (page.next().isEmpty()) {
                return List.copyOf(tags);
            }
            if (pages == PAGES) {
                // Half a list would hide tags without a word.
                throw new RegistryProblem("the repository has more than " + PAGE * PAGES + " tags");
            }
            page = registry.page(page.next().get());
        }
    }

    private ImageFacts read(Digest digest) throws IOException {
        JsonNode manifest = manifest(digest);
        JsonNode index = manifest.path("manifests");
        if (index.isArray()) {
            manifest = manifest(ofThisKind(index));
        }
        String config = manifest.path("config").path("digest").asText();
        if (!Digest.isValid(config)) {
            throw new RegistryProblem("the image " + digest.shortened() + " names no configuration");
        }
        JsonNode document = Json.read(registry.blob(new Digest(config)));
        SortedMap<String, String> labels = new TreeMap<>();
        document.path("config").path("Labels").forEachEntry((name, value) -> {
            if (value.isTextual() && value.textValue().length() <= LONGEST_LABEL) {
                labels.put(name, value.textValue());
            }
        });
        return new ImageFacts(digest, Json.instant(document.path("created")), labels);
    }

    private JsonNode manifest(Digest digest) throws IOException {
        RegistryClient.Manifest manifest = registry.manifest(digest.text())
                .orElseThrow(() -> new RegistryProblem("the registry no longer has the image " + digest.shortened()));
        return Json.read(manifest.bytes());
    }

    /** Of an image for several processors the one for amd64; all are built from the same packages. */
    private static Digest ofThisKind(JsonNode index) throws RegistryProblem {
        Optional<Digest> first = Optional.empty();
        for (JsonNode each : index) {
            String digest = each.path("digest").asText();
            if (!Digest.isValid(digest)) {
                continue;
            }
            if (each.path("platform").path("architecture").asText().equals("amd64")) {
                return new Digest(digest);
            }
            first = first.isEmpty() ? Optional.of(new Digest(digest)) : first;
        }
        return first.orElseThrow(() -> new RegistryProblem("the image's index names no image"));
    }
}
