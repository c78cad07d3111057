package org.obsenv.helper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.yaml.StrictYaml;

/**
 * The request on standard input, if there is one. On a terminal, on an empty input, and where nothing comes within a
 * few seconds (an ssh session's open pipe) there is none: the verb was typed by hand.
 */
final class RequestInput {
    private static final Duration FIRST_BYTE = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(20);

    private final InputStream in;
    private final boolean terminal;

    private RequestInput(InputStream in, boolean terminal) {
        this.in = in;
        this.terminal = terminal;
    }

    static RequestInput standard() {
        return new RequestInput(System.in, isTerminal());
    }

    /** The document's bytes without its end line; at most one more than is allowed, so that too much is seen. */
    Optional<byte[]> read() throws IOException, RefusedException {
        if (terminal) {
            return Optional.empty();
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        CompletableFuture<byte[]> whole = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("request").start(() -> collect(kept, first, whole));
        if (!await(first, FIRST_BYTE).orElse(false)) {
            return Optional.empty();
        }
        Optional<byte[]> document = await(whole, WHOLE);
        if (document.isEmpty()) {
            throw new RefusedException(Refusal.BAD_REQUEST, Map.of("problem", "the request was begun and not ended"));
        }
        return document;
    }

    private void collect(
            ByteArrayOutputStream kept, CompletableFuture<Boolean> first, CompletableFuture<byte[]> whole) {
        try {
            byte[] buffer = new byte[8192];
            int n = in.read(buffer);
            while (n >= 0 && kept.size() <= StrictYaml.SMALL) {
                kept.write(buffer, 0, n);
                first.complete(true);
                if (endsDocument(kept)) {
                    break;
                }
                n = in.read(buffer);
            }
            first.complete(kept.size() > 0);
            whole.complete(withoutEnd(kept));
        } catch (IOException e) {
            // A closed input is no request.
            first.complete(false);
        }
    }

    private static boolean endsDocument(ByteArrayOutputStream kept) {
        return kept.toString(StandardCharsets.ISO_8859_1).endsWith("\n" + RequestDocument.END);
    }

    private static byte[] withoutEnd(ByteArrayOutputStream kept) {
        String text = kept.toString(StandardCharsets.ISO_8859_1);
        String body = endsDocument(kept) ? text.substring(0, text.length() - RequestDocument.END.length()) : text;
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static <T> Optional<T> await(CompletableFuture<T> future, Duration limit) throws IOException {
        try {
            return Optional.of(future.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IOException("the request cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isTerminal() {
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/0"));
            return target.startsWith("/dev/pts") || target.startsWith("/dev/tty") || target.endsWith("console");
        } catch (IOException e) {
            return false;
        }
    }
}
