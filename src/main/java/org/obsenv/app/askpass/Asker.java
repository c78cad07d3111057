package org.obsenv.app.askpass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The sudo that asks. It starts the program anew for every try and does not say which try it is; what it waited for
 * before does: proc(5), {@code stat}, field {@code cminflt}, the page faults of children that ended.
 */
final class Asker {
    /** Counted from the field behind the name, which may hold blanks: state is the first, cminflt the ninth. */
    private static final int CHILDREN_FAULTS = 8;

    /** A window of ours takes tens of thousands; a script that an authentication module runs takes hundreds. */
    private static final long WINDOW = 8_000;

    private Asker() {}

    /** Whether it has had an answer from a window before, and asks nevertheless; false where nobody can know. */
    static boolean wasAnsweredBefore() {
        return ProcessHandle.current()
                .parent()
                .flatMap(parent -> stat(Path.of("/proc", Long.toString(parent.pid()), "stat")))
                .map(Asker::isAgain)
                .orElse(false);
    }

    static boolean isAgain(String stat) {
        List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1));
        try {
            return fields.size() > CHILDREN_FAULTS && Long.parseLong(fields.get(CHILDREN_FAULTS)) > WINDOW;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Optional<String> stat(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
