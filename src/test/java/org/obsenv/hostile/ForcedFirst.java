package org.obsenv.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether everything was on disk before a name appeared that leads to it (security row 10): follows a trace and keeps
 * what was written and not forced since.
 */
final class ForcedFirst {
    private static final Pattern FILE = Pattern.compile("\\d+<(/[^>]*)>.*");
    private static final Pattern OPENED = Pattern.compile("\\d+<(/[^>]*)>");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Path inner;
    private final TreeSet<Path> unforced = new TreeSet<>();
    private final List<String> violations = new ArrayList<>();

    private ForcedFirst(Path inner) {
        this.inner = inner;
    }

    /** What was named too early, in words; {@code inner} is the layout's directory. */
    static List<String> violations(Path inner, List<SystemCall> calls) {
        ForcedFirst check = new ForcedFirst(inner);
        calls.stream().filter(call -> !call.result().startsWith("-1")).forEach(check::take);
        return check.violations;
    }

    private void take(SystemCall call) {
        switch (call.name()) {
            case "write", "pwrite64", "writev", "pwritev", "ftruncate" ->
                file(call).forEach(this::wrote);
            case "openat", "open" -> {
                Matcher opened = OPENED.matcher(call.result());
                if (call.arguments().contains("O_CREAT") && opened.matches()) {
                    wrote(Path.of(opened.group(1)));
                }
            }
            case "mkdir", "symlink" -> {
                List<Path> named = paths(call);
                wrote(named.getLast());
            }
            case "fsync", "fdatasync" -> file(call).forEach(unforced::remove);
            case "syncfs" -> unforced.clear();
            case "rename" -> rename(paths(call));
            default -> {
                // Modes and times are not what a name leads to.
            }
        }
    }

    private void wrote(Path path) {
        if (path.startsWith(inner) && !path.startsWith(inner.resolve("journal"))) {
            unforced.add(path);
        }
    }

    private void rename(List<Path> paths) {
        Path to = paths.getLast();
        if (isOurs(to)) {
            Path from = paths.getFirst();
            // A link is no file: it is forced with its directory. What it says is a generation, named and forced
            // before.
            require(to, path -> path.startsWith(from) && !isLinkOfOurs(path));
            if (to.equals(inner.resolve("base")) || to.equals(inner.resolve("deploy"))) {
                require(
                        to,
                        path -> path.startsWith(inner.resolve("generations"))
                                || path.startsWith(inner.resolve("checkouts")));
            }
            if (to.toString().matches(".*/checkouts/[^/]+/[0-9a-f]{40}\\.yaml")) {
                Path checkout = Path.of(to.toString().replace(".yaml", ""));
                require(to, path -> path.startsWith(checkout));
            }
            List<Path> moved =
                    unforced.stream().filter(path -> path.startsWith(from)).toList();
            unforced.removeAll(moved);
        }
    }

    /** Links inside a generation and in {@code ready} are entries of their directories. */
    private boolean isLinkOfOurs(Path path) {
        return path.startsWith(inner.resolve("ready"))
                || (path.startsWith(inner.resolve("generations"))
                        && !path.toString().contains(".yaml")
                        && !path.toString().endsWith(".sh")
                        && path.getNameCount() > inner.getNameCount() + 2);
    }

    private boolean isOurs(Path to) {
        return to.startsWith(inner) && !to.startsWith(inner.resolve("repositories"));
    }

    private void require(Path name, Predicate<Path> forced) {
        unforced.stream()
                .filter(forced)
                .forEach(path -> violations.add(name + " was named before " + path + " was forced"));
    }

    private static List<Path> file(SystemCall call) {
        Matcher matcher = FILE.matcher(call.arguments());
        return matcher.matches() ? List.of(Path.of(matcher.group(1))) : List.of();
    }

    private static List<Path> paths(SystemCall call) {
        return QUOTED.matcher(call.arguments())
                .results()
                .map(each -> Path.of(each.group(1)))
                .toList();
    }
}
