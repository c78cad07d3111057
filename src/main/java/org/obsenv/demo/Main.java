package org.obsenv.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/** Makes the demo site: {@code DIRECTORY HELPER}, the place and the program that starts verbs. */
public final class Main {
    private static final int FAILED = 2;
    private static final int USAGE = 3;

    private Main() {}

    public static void main(String[] arguments) {
        Words words = Words.of("demo");
        if (arguments.length != 2) {
            System.err.println(words.text("usage"));
            System.exit(USAGE);
        }
        try {
            new DemoSite(Path.of(arguments[0]), InstantSource.system()).make(Path.of(arguments[1]));
        } catch (IOException e) {
            System.err.println(words.text("not-made", "directory", arguments[0], "problem", IoWords.of(e)));
            System.exit(FAILED);
        }
    }
}
