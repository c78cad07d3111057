package org.obsenv.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.obsenv.console.ConsoleParts.Extra;
import org.obsenv.demo.DemoActions;
import org.obsenv.demo.DemoSite;
import org.obsenv.words.Words;

/** The demo site's actions as a menu of the console. */
final class DemoMenu {
    private final Words words;
    private final DemoActions actions;

    DemoMenu(Words words, Path directory, InstantSource clock) throws IOException {
        this.words = words;
        this.actions = new DemoSite(directory, clock).actions();
    }

    List<Extra> extras() {
        return List.of(
                extra("demo.push", actions::pushHotFix),
                extra("demo.stray", actions::pushStrayBracket),
                extra("demo.close", actions::pushMend),
                extra("demo.break", actions::breakPackage),
                extra("demo.mend", actions::mendPackage),
                extra("demo.away", actions::takeMountAway),
                extra("demo.back", actions::bringMountBack));
    }

    private interface Action {
        void run() throws IOException;
    }

    private Extra extra(String key, Action action) {
        return new Extra(words.text(key), () -> {
            try {
                action.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
