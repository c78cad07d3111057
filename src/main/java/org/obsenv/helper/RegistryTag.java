package org.obsenv.helper;

import java.io.IOException;
import java.util.Optional;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.TagRules;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;
import org.obsenv.registry.RegistryProblem;
import org.obsenv.words.IoWords;

/** The recommended tag of a registry's repository. */
final class RegistryTag implements RecommendedTag {
    private final RegistryClient registry;
    private final RegistryAddress address;
    private final String name;
    private final boolean ours;

    RegistryTag(RegistryClient registry, RegistryAddress address, String name, boolean ours) {
        this.registry = registry;
        this.address = address;
        this.name = name;
        this.ours = ours;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String place() {
        return address.base().getRawAuthority() + "/" + address.repository();
    }

    @Override
    public TagRules.Tags tags(ImageTag candidate) throws RefusedException {
        try {
            return new TagRules.Tags(image(candidate.text()), image(name));
        } catch (IOException e) {
            throw RecommendedTag.silent(IoWords.of(e));
        }
    }

    /** From the manifest's own bytes: what is recorded must not rest on a header, which is another claim. */
    private Optional<Digest> image(String tag) throws IOException {
        return registry.manifest(tag).map(RegistryClient.Manifest::digest);
    }

    @Override
    public boolean has(Digest image) throws RefusedException {
        try {
            return registry.manifest(image.text()).isPresent();
        } catch (IOException e) {
            throw RecommendedTag.silent(IoWords.of(e));
        }
    }

    @Override
    public boolean isOurs() {
        return ours;
    }

    @Override
    public void move(Digest to) throws IOException {
        RegistryClient.Manifest manifest = registry.manifest(to.text())
                .orElseThrow(() -> new RegistryProblem(place() + " no longer has the image " + to.shortened()));
        registry.tag(manifest, name);
    }
}
