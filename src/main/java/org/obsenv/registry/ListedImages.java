package org.obsenv.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
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
import org.obsenv.words.IoWords;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/**
 * A list of images kept by hand where there is no registry: {@code images:}, each with {@code tag}, {@code digest} and,
 * where somebody cares, {@code made} and {@code labels}. Read anew for every question: an edit counts at once.
 */
public final class ListedImages implements ImageSource {
    private final Path file;
    private final InstantSource clock;

    public ListedImages(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    private record Listed(ImageTag tag, ImageFacts facts) {}

    @Override
    public Looked<List<ImageTag>> tags() {
        return list().map(listed -> listed.stream().map(Listed::tag).toList());
    }

    @Override
    public Map<String, Looked<Optional<Digest>>> digests(Set<String> tags) {
        Looked<List<Listed>> list = list();
        Map<String, Looked<Optional<Digest>>> digests = new LinkedHashMap<>();
        for (String tag : tags) {
            digests.put(tag, list.map(listed -> listed.stream()
                    .filter(each -> each.tag().text().equals(tag))
                    .map(each -> each.facts().digest())
                    .findFirst()));
        }
        return digests;
    }

    @Override
    public Looked<ImageFacts> facts(Digest digest) {
        Looked<List<Listed>> list = list();
        Optional<ImageFacts> found = list.answer().stream()
                .flatMap(List::stream)
                .map(Listed::facts)
                .filter(each -> each.digest().equals(digest))
                .findFirst();
        return found.<Looked<ImageFacts>>map(facts -> list.map(listed -> facts))
                .orElseGet(() -> new Looked.Never<>(
                        list.silence().orElse(file + " does not list the image " + digest.shortened())));
    }

    private Looked<List<Listed>> list() {
        try {
            return new Looked.Now<>(read(), clock.instant());
        } catch (YamlProblem e) {
            return new Looked.Never<>(e.told());
        } catch (IOException e) {
            return new Looked.Never<>(file + " cannot be read: " + IoWords.of(e));
        }
    }

    private List<Listed> read() throws IOException, YamlProblem {
        Fields top = StrictYaml.mapping(file.toString(), RegularFile.read(file, StrictYaml.LARGE), StrictYaml.LARGE);
        top.require("images", "a list of images");
        List<Listed> images = new ArrayList<>();
        for (Fields each : top.mappings("images")) {
            ImageTag tag = ImageTag.parse(each.text("tag"));
            if (images.stream().anyMatch(other -> other.tag().text().equals(tag.text()))) {
                throw each.problem("tag", "the tag " + tag + " stands here a second time");
            }
            Digest digest = each.value("digest", "sha256: and 64 hexadecimal digits", text -> Optional.of(text)
                    .filter(Digest::isValid)
                    .map(Digest::new));
            Optional<Instant> made =
                    each.optionalValue("made", "an instant such as 2026-11-05T12:00:00Z", ListedImages::instant);
            SortedMap<String, String> labels = new TreeMap<>();
            Optional<Fields> listed = each.optionalMapping("labels");
            if (listed.isPresent()) {
                for (String name : listed.get().keys()) {
                    labels.put(name, listed.get().text(name));
                }
            }
            each.end();
            images.add(new Listed(tag, new ImageFacts(digest, made, labels)));
        }
        top.end();
        return images;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
