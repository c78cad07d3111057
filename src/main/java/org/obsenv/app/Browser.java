package org.obsenv.app;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the person's web browser. Blocks until it is started, so never on the FX thread. */
final class Browser {
    /** The desktop's own way first, then what is often there. */
    private static final List<String> STARTERS =
            List.of("xdg-open", "x-www-browser", "firefox", "google-chrome", "chromium");

    /** A starter that is still there after this long has handed over, or is the browser itself. */
    private static final long HANDED_OVER_SECONDS = 5;

    private final List<String> starters;

    Browser() {
        this(STARTERS);
    }

    Browser(List<String> starters) {
        this.starters = List.copyOf(starters);
    }

    /**
     * Opens the address.
     *
     * @throws IllegalStateException when no browser could be started
     */
    void open(String address) {
        for (String starter : starters) {
            if (isOpenedBy(starter, address)) {
                return;
            }
        }
        throw new IllegalStateException("none of " + String.join(", ", starters) + " opens " + address);
    }

    private static boolean isOpenedBy(String starter, String address) {
        try {
            Process process = new ProcessBuilder(starter, address)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(HANDED_OVER_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            // It is not installed.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
