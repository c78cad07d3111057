package org.obsenv.sudo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.EventDocument;
import org.obsenv.yaml.YamlProblem;

/** Follows what a started verb prints, each stream on a thread of its own. */
final class VerbOutput {
    private static final int MOST_COMPLAINT = 16 * 1024;
    private static final int MOST_WAITING = 1024;

    private VerbOutput() {}

    /** What came next. */
    sealed interface Said {
        record Heard(Event event) implements Said {}

        record Garbled(String problem) implements Said {}

        record Over() implements Said {}
    }

    /** The events, each as it is complete; the last one is {@link Said.Garbled} or {@link Said.Over}. */
    static BlockingQueue<Said> follow(InputStream output) {
        BlockingQueue<Said> said = new ArrayBlockingQueue<>(MOST_WAITING);
        Thread.ofPlatform().daemon().name("verb output").start(() -> {
            try {
                read(output, said);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return said;
    }

    private static void read(InputStream output, BlockingQueue<Said> said) throws InterruptedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            StringBuilder document = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(EventDocument.END)) {
                    said.put(new Said.Heard(EventDocument.parse(document.toString())));
                    document.setLength(0);
                } else if (!document.isEmpty() || line.startsWith(EventDocument.START)) {
                    // What stands before the first event is a log-in shell's greeting on the other end of ssh.
                    document.append(line).append('\n');
                }
            }
            said.put(new Said.Over());
        } catch (IOException e) {
            said.put(new Said.Over());
        } catch (YamlProblem e) {
            said.put(new Said.Garbled("it said something that is no event: " + e.told()));
        }
    }

    /** All that is said on a stream until it ends, its beginning when that is much. */
    static CompletableFuture<String> collect(InputStream stream) {
        CompletableFuture<String> all = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("verb complaints").start(() -> {
            try (stream) {
                byte[] kept = stream.readNBytes(MOST_COMPLAINT);
                stream.transferTo(OutputStream.nullOutputStream());
                all.complete(new String(kept, StandardCharsets.UTF_8));
            } catch (IOException e) {
                all.complete("");
            }
        });
        return all;
    }
}
