package org.obsenv.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.registry.ListedImages;

/** The demo's images: a list that is kept by hand, as a site without a registry has one. */
record DemoImages(Path file, InstantSource clock) {
    static final String RECOMMENDED = "recommended";
    static final String PACKAGES_LABEL = "org.example.packages";

    private static final String RESOURCE = "images.yaml";

    /** The list as the story begins. */
    void write() throws IOException {
        try (InputStream in = DemoImages.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing from the program");
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The image that a tag means. */
    Digest image(String tag) throws IOException {
        Looked<Optional<Digest>> looked =
                new ListedImages(file, clock).digests(Set.of(tag)).get(tag);
        return Optional.ofNullable(looked)
                .flatMap(Looked::answer)
                .flatMap(digest -> digest)
                .orElseThrow(() -> new IOException(file + " does not say what " + tag + " means"));
    }

    /** Has a tag mean another image, as whoever keeps the list does it. */
    void move(String tag, Digest to) throws IOException {
        Matcher entry = Pattern.compile("(- tag: " + Pattern.quote(tag) + "\\s+digest: )\"sha256:[0-9a-f]{64}\"")
                .matcher(Files.readString(file));
        if (!entry.find()) {
            throw new IOException(file + " does not list " + tag);
        }
        Files.writeString(file, entry.replaceFirst("$1\"" + to.text() + "\""));
    }
}
