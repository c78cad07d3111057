package org.obsenv.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests and bounded answers over HTTP: a slow or endless answer ends by itself. May be used by several threads. */
final class Exchange {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    /** The request's own timeout ends with the answer's first byte; a body that trickles ends with this. */
    private static final Duration WHOLE = Duration.ofSeconds(60);

    private static final int REDIRECTS = 3;

    /** Room for the manifest or the configuration of any real image; what is longer is not read. */
    private static final long LONGEST = 8L * 1024 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            .build();

    private final Duration whole;

    Exchange() {
        this(WHOLE);
    }

    /** @param whole until when an answer must be there to its end */
    Exchange(Duration whole) {
        this.whole = whole;
    }

    /**
     * Sends the request; redirects of a GET are followed by hand, because the credentials are for the registry alone.
     */
    Answer send(HttpRequest request, Optional<String> authorization) throws IOException {
        HttpRequest now = with(request, authorization);
        for (int redirects = 0; ; redirects++) {
            HttpResponse<byte[]> response = once(now);
            Optional<URI> next = redirected(now, response);
            if (next.isEmpty()) {
                return new Answer(response.statusCode(), response.headers(), response.body());
            }
            if (redirects == REDIRECTS) {
                throw new RegistryProblem(host(request) + " sends on and on");
            }
            boolean stays = next.get().getRawAuthority().equals(now.uri().getRawAuthority());
            HttpRequest onward = HttpRequest.newBuilder(request, (name, value) -> true)
                    .uri(next.get())
                    .build();
            now = stays ? with(onward, authorization) : onward;
        }
    }

    private static HttpRequest with(HttpRequest request, Optional<String> authorization) {
        return authorization.isEmpty()
                ? request
                : HttpRequest.newBuilder(request, (name, value) -> true)
                        .setHeader("Authorization", authorization.get())
                        .build();
    }

    private static Optional<URI> redirected(HttpRequest request, HttpResponse<byte[]> response) throws IOException {
        boolean moves =
                switch (response.statusCode()) {
                    case 301, 302, 303, 307, 308 -> true;
                    default -> false;
                };
        if (!moves || !(request.method().equals("GET") || request.method().equals("HEAD"))) {
            return Optional.empty();
        }
        try {
            Optional<URI> next = response.headers().firstValue("Location").map(text -> request.uri()
                    .resolve(text));
            if (next.isEmpty() || !RegistryAddress.isProtected(next.get())) {
                throw new RegistryProblem(host(request) + " sends on to an address that is not https");
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw new RegistryProblem(host(request) + " sends on to no address", e);
        }
    }

    private HttpResponse<byte[]> once(HttpRequest request) throws IOException {
        HttpRequest bounded = HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(ANSWER)
                .build();
        try {
            return whole(client.sendAsync(bounded, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST)));
        } catch (HttpTimeoutException | TimeoutException e) {
            throw new RegistryProblem(host(request) + " does not answer", e);
        } catch (IOException e) {
            throw new RegistryProblem(host(request) + " cannot be reached: " + said(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private <T> T whole(CompletableFuture<T> answer) throws IOException, InterruptedException, TimeoutException {
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
        } finally {
            // Nobody waits for it any more; where it is complete this does nothing.
            answer.cancel(true);
        }
    }

    private static String said(IOException e) {
        if (e.getMessage() != null) {
            return e.getMessage();
        }
        // The JDK's client says no more than that where nobody listens.
        return e instanceof ConnectException
                ? "nothing answers there"
                : e.getClass().getSimpleName();
    }

    private static String host(HttpRequest request) {
        return request.uri().getRawAuthority();
    }
}
