package org.obsenv.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/** One document from the web, as bounded in time and size as a registry's answers. */
public final class Download {
    private Download() {}

    /**
     * Its bytes. Blocks for a bounded time.
     *
     * @param uri of https, or of http to this very machine
     * @throws RegistryProblem when there is none; the message is fit for a person
     */
    public static byte[] of(URI uri, Credentials credentials) throws IOException {
        if (uri.getHost() == null || uri.getUserInfo() != null || !RegistryAddress.isProtected(uri)) {
            throw new RegistryProblem("expected an address that begins with https:// (http only to this machine)");
        }
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .GET()
                .build();
        Answer answer = new Exchange().send(request, credentials.header());
        if (!answer.isSuccess()) {
            throw new RegistryProblem(uri.getRawAuthority() + " answered " + answer.status() + why(answer.status()));
        }
        return answer.body();
    }

    private static String why(int status) {
        return Optional.of(status)
                .filter(each -> each == 401 || each == 403)
                .map(each -> ": it must be told who asks; name a file with a token")
                .orElse("");
    }
}
