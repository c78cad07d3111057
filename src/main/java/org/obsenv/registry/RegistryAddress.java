package org.obsenv.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A repository of images in a registry.
 *
 * @param base scheme, host and port, e.g. {@code https://registry.example.org}
 * @param repository its name there, e.g. {@code lsst/sciplat-lab}
 */
public record RegistryAddress(URI base, String repository) {
    // OCI distribution specification 1.1, "Pulling manifests": the grammars of name and tag.
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 255;

    /** Only https, and http to this very machine: credentials and digests must not pass a network in the clear. */
    public static Optional<URI> base(String text) {
        try {
            URI uri = new URI(text);
            boolean bare = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            return bare && isProtected(uri) ? Optional.of(uri.resolve("/")) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** {@code https:x} is of https too, and leads nowhere. */
    static boolean isProtected(URI uri) {
        return uri.getHost() != null
                && ("https".equals(uri.getScheme())
                        || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
    }

    public static boolean isRepository(String text) {
        return text.length() <= LONGEST && REPOSITORY.matcher(text).matches();
    }

    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    URI manifest(String reference) {
        return base.resolve("/v2/" + repository + "/manifests/" + reference);
    }

    URI blob(String digest) {
        return base.resolve("/v2/" + repository + "/blobs/" + digest);
    }

    URI tags(int count) {
        return base.resolve("/v2/" + repository + "/tags/list?n=" + count);
    }
}
