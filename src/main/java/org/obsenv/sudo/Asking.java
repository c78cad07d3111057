package org.obsenv.sudo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.obsenv.words.Words;

/**
 * Where sudo asks for a password, should it need one. The program that asks is never taken from the caller's own
 * environment: without a terminal sudo would start it, asked or not, and what it shows need not be what it does.
 */
sealed interface Asking {
    /** sudo(8), environment. */
    String PROGRAM = "SUDO_ASKPASS";

    /** Read by our program: in which of the console's themes it shows. */
    String THEME = "OBSENV_THEME";

    /** At the terminal that the caller has; nowhere where she has none. */
    record AtTerminal() implements Asking {}

    /**
     * In a window of its own.
     *
     * @param program opens it and hands the answer to sudo; as trusted as the verbs that it lies beside
     */
    record InWindow(Path program, String theme) implements Asking {}

    /** The words that start a verb, with what sudo must be told. */
    default List<String> words(List<String> command) {
        List<String> words = new ArrayList<>(command);
        int sudo = words.indexOf("sudo");
        if (this instanceof InWindow && sudo >= 0) {
            words.addAll(sudo + 1, List.of("-A", "-p", Words.of("endings").text("askpass.prompt")));
        }
        return words;
    }

    /** What sudo finds in its environment. */
    default void prepare(Map<String, String> environment) {
        environment.remove(PROGRAM);
        environment.remove("SUDO_PROMPT");
        if (this instanceof InWindow(Path program, String theme)) {
            environment.put(PROGRAM, program.toString());
            environment.put(THEME, theme);
        }
    }
}
