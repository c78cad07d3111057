package org.obsenv.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.signoff.Digest;

/**
 * One repository of a registry, by the OCI distribution specification 1.1. Blocks for a bounded time; may be used by
 * several threads. Every method throws {@link RegistryProblem} when there is no answer that can be used.
 */
public final class RegistryClient {
    private static final String DIGEST_HEADER = "Docker-Content-Digest";
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;

    /** What an image's manifest may be; a registry asked for nothing answers with an older form. */
    private static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private final RegistryAddress address;
    private final Exchange exchange = new Exchange();
    private final Authorization authorization;

    public RegistryClient(RegistryAddress address, Credentials credentials) {
        this.address = address;
        this.authorization = new Authorization(address, credentials, exchange);
    }

    /**
     * A manifest as the registry keeps it.
     *
     * @param type its media type, to be given back with it
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes to be given on as they are; nobody compares two of these
    public record Manifest(Digest digest, String type, byte[] bytes) {}

    /** A page of the list of tags, as JSON, and where the next page is. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Page(byte[] json, Optional<URI> next) {}

    /** The image that a tag means now; empty when there is no such tag. */
    public Optional<Digest> digest(String tag) throws IOException {
        Answer answer = send(get(address.manifest(tag), MANIFESTS).method("HEAD", BodyPublishers.noBody()), false);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        requireSuccess(answer, "the tag " + tag);
        Optional<Digest> digest =
                answer.header(DIGEST_HEADER).filter(Digest::isValid).map(Digest::new);
        // The header is a "may" of the specification; the manifest's bytes are the digest.
        return digest.isPresent() ? digest : manifest(tag).map(Manifest::digest);
    }

    /** A manifest by tag or digest; empty when there is none. What comes for a digest has that digest. */
    public Optional<Manifest> manifest(String reference) throws IOException {
        Answer answer = send(get(address.manifest(reference), MANIFESTS), false);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        requireSuccess(answer, "the manifest " + reference);
        Digest digest = digestOf(answer.body());
        if (Digest.isValid(reference) && !digest.text().equals(reference)) {
            throw new RegistryProblem(host() + " gave another manifest than the one of " + reference);
        }
        String type = answer.header("Content-Type").orElse("");
        return Optional.of(new Manifest(digest, type, answer.body()));
    }

    /** A blob by its digest, which it is held against. */
    public byte[] blob(Digest digest) throws IOException {
        Answer answer = send(get(address.blob(digest.text()), "*/*"), false);
        requireSuccess(answer, "the blob " + digest.shortened());
        if (!digestOf(answer.body()).equals(digest)) {
            throw new RegistryProblem(host() + " gave another blob than " + digest.shortened());
        }
        return answer.body();
    }

    /** The first page of the list of tags. */
    public Page tags(int count) throws IOException {
        return page(address.tags(count));
    }

    /** A page that an earlier one named. */
    public Page page(URI uri) throws IOException {
        // The scheme, too: the credentials are shown there.
        if (!address.base().getRawAuthority().equals(uri.getRawAuthority())
                || !address.base().getScheme().equals(uri.getScheme())) {
            throw new RegistryProblem(host() + " names a page that is not its own");
        }
        Answer answer = send(get(uri, "application/json"), false);
        requireSuccess(answer, "the list of tags");
        return new Page(answer.body(), answer.header("Link").flatMap(link -> NextPage.of(uri, link)));
    }

    /**
     * Makes a tag mean this manifest, which the registry has already.
     *
     * @return what the registry says the tag means afterwards, by another request
     */
    public Optional<Digest> tag(Manifest manifest, String tag) throws IOException {
        HttpRequest.Builder put = HttpRequest.newBuilder(address.manifest(tag))
                .header("Content-Type", manifest.type())
                .PUT(BodyPublishers.ofByteArray(manifest.bytes()));
        requireSuccess(send(put, true), "writing the tag " + tag);
        return digest(tag);
    }

    private Answer send(HttpRequest.Builder builder, boolean writes) throws IOException {
        HttpRequest request = builder.build();
        Answer answer = exchange.send(request, authorization.known(writes));
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        return exchange.send(request, authorization.answerTo(answer, writes));
    }

    private void requireSuccess(Answer answer, String what) throws RegistryProblem {
        if (answer.isSuccess()) {
            return;
        }
        throw new RegistryProblem(
                switch (answer.status()) {
                    case UNAUTHORIZED, 403 -> host() + " refuses " + what + ": these credentials do not allow it";
                    case NOT_FOUND -> host() + " has no " + address.repository() + ", asked for " + what;
                    case 429 -> host() + " asks for patience: too many requests";
                    default -> host() + " answered " + answer.status() + " to " + what;
                });
    }

    private String host() {
        return address.base().getRawAuthority();
    }

    private static HttpRequest.Builder get(URI uri, String accept) {
        return HttpRequest.newBuilder(uri).header("Accept", accept).GET();
    }

    private static Digest digestOf(byte[] bytes) {
        return new Digest("sha256:" + Sha256.hex(bytes));
    }
}
