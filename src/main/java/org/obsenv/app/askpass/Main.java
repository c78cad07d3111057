package org.obsenv.app.askpass;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.obsenv.console.password.PasswordWindow;
import org.obsenv.console.password.Question;
import org.obsenv.console.support.Theme;
import org.obsenv.words.Words;

/**
 * Asks for a password in a window and prints it for sudo, which started this program for that (sudo(8), option
 * {@code -A}); to nobody else, and nothing but that.
 */
public final class Main {
    private static final int NOTHING = 1;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(ask(arguments));
    }

    private static int ask(String... arguments) throws InterruptedException {
        Words words = Words.of("password");
        if (arguments.length != 1) {
            System.err.println(words.text("usage"));
            return NOTHING;
        }
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        try {
            PasswordWindow.launch(
                    new Question(arguments[0], Asker.wasAnsweredBefore()),
                    theme(System.getenv("OBSENV_THEME")),
                    answer::complete);
        } catch (UnsupportedOperationException e) {
            System.err.println(words.text("no-display"));
            return NOTHING;
        }
        Optional<String> given = answer.join();
        if (given.isEmpty()) {
            return NOTHING;
        }
        System.out.writeBytes((given.get() + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        return System.out.checkError() ? NOTHING : 0;
    }

    /** As the console looks that caused the question: a bright window would cost dark-adapted eyes half an hour. */
    private static Theme theme(@org.jspecify.annotations.Nullable String written) {
        return Arrays.stream(Theme.values())
                .filter(each -> each.written().equals(written))
                .findFirst()
                .orElse(Theme.DARK);
    }
}
