package org.obsenv.helper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.StrictYaml;

/**
 * The request on standard input, if there is one. On a terminal, on an empty input, and where nothing comes within a
 * few seconds (an ssh session's open pipe) there is none: the verb was typed by hand.
 */
final class RequestInput {
    private static final byte[] END = ("\n" + RequestDocument.END).getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final boolean terminal;
    private final Duration firstByte;
    private final Duration whole;

    RequestInput(InputStream in, boolean terminal, Duration firstByte, Duration whole) {
        this.in = in;
        this.terminal = terminal;
        this.firstByte = firstByte;
        this.whole = whole;
    }

    static RequestInput standard() {
        return new RequestInput(System.in, isTerminal(), Duration.ofSeconds(3), Duration.ofSeconds(20));
    }

    /**
     * The document's bytes without its end line; a little more than is allowed at most, so that too much is seen.
     *
     * @throws RefusedException when a document is begun and not ended, or when nothing at all comes for a verb that
     *     must not act unasked: a {@code resume} whose console was stopped would undo what it never saw
     */
    Optional<byte[]> read(Verb verb) throws IOException, RefusedException {
        return read(verb.mustBeAsked());
    }

    /** As {@link #read(Verb)}; {@code mustCome}: whether nothing at all is refused. */
    Optional<byte[]> read(boolean mustCome) throws IOException, RefusedException {
        if (terminal) {
            return Optional.empty();
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        CompletableFuture<byte[]> document = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("request").start(() -> collect(kept, first, document));
        Optional<Boolean> begun = await(first, firstByte);
        if (begun.isEmpty() && mustCome) {
            throw bad("nothing came on standard input, and it was not closed");
        }
        if (!begun.orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(await(document, whole).orElseThrow(() -> bad("the request was begun and not ended")));
    }

    private void collect(
            ByteArrayOutputStream kept, CompletableFuture<Boolean> first, CompletableFuture<byte[]> document) {
        try {
            byte[] buffer = new byte[8192];
            byte[] tail = new byte[END.length];
            int n = in.read(buffer);
            while (n >= 0 && kept.size() <= StrictYaml.SMALL) {
                kept.write(buffer, 0, n);
                shift(tail, buffer, n);
                first.complete(true);
                if (Arrays.equals(tail, END)) {
                    break;
                }
                n = in.read(buffer);
            }
            first.complete(kept.size() > 0);
            document.complete(withoutEnd(kept.toByteArray()));
        } catch (IOException e) {
            // A closed input is no request.
            first.complete(false);
        }
    }

    /** Keeps the newest bytes of all that came, so that the end is found without looking at the rest again. */
    private static void shift(byte[] tail, byte[] buffer, int n) {
        int fresh = Math.min(n, tail.length);
        System.arraycopy(tail, fresh, tail, 0, tail.length - fresh);
        System.arraycopy(buffer, n - fresh, tail, tail.length - fresh, fresh);
    }

    private static byte[] withoutEnd(byte[] all) {
        int from = all.length - END.length;
        boolean ended = from >= 0 && Arrays.equals(all, from, all.length, END, 0, END.length);
        return ended ? Arrays.copyOf(all, from + 1) : all;
    }

    private static RefusedException bad(String problem) {
        return new RefusedException(Refusal.BAD_REQUEST, Map.of("problem", problem));
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
