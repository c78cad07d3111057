package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.CheckRule.Limits;
import org.obsenv.words.Words;

/**
 * Every changed Python file compiles, and the package's top modules import.
 *
 * <p>A module that fails as it did in the accepted head is no reason to refuse: the interpreter may lack what it needs,
 * and then no head would ever pass. Failing for want of a module that no package of the site brings counts as the same,
 * whichever that module is.
 */
final class PythonCheck {
    private static final String SCRIPT = Script.text("check.py");
    private static final String LINK = "120000";

    private final LayoutPaths paths;
    private final PackageName name;
    private final Path interpreter;
    private final Limits limits;
    private final Words words = Words.of("gate");

    PythonCheck(LayoutPaths paths, PackageName name, Path interpreter, Limits limits) {
        this.paths = paths;
        this.name = name;
        this.interpreter = interpreter;
        this.limits = limits;
    }

    /** What the script said, without what was printed around it; {@code ended} is false when it did not get so far. */
    private record Said(List<List<String>> lines, boolean ended, Contained.Ended run) {
        List<List<String>> of(String kind) {
            return lines.stream().filter(each -> each.getFirst().equals(kind)).toList();
        }

        /** The module at whose import it ended. */
        Optional<String> last() {
            List<List<String>> importing = of("importing");
            return importing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(importing.getLast().get(1));
        }
    }

    /** A module that does not import: what went wrong, and where. */
    private record Failure(String module, String kind, String text, String where) {
        boolean isAs(Failure other) {
            return module.equals(other.module)
                    && kind.equals(other.kind)
                    && (kind.equals("missing") || text.equals(other.text));
        }
    }

    HeadVerdict of(CommitId head, CommitId accepted, SortedMap<PackageName, CommitId> others) throws IOException {
        List<String> changed = changed(head, accepted);
        Set<String> modules = TopModules.of(paths.checkout(name, head));
        if (changed.isEmpty() && modules.isEmpty()) {
            return new HeadVerdict.Passed();
        }
        if (!Files.isExecutable(interpreter)) {
            throw new IOException("the site's interpreter " + interpreter + " is not there");
        }
        Said said = run(head, others, changed, modules);
        List<List<String>> uncompiled = said.of("uncompiled");
        if (!uncompiled.isEmpty()) {
            List<String> lines = new ArrayList<>();
            uncompiled.forEach(each -> lines.addAll(each.subList(1, each.size())));
            return new HeadVerdict.Failed(words.text("check.compile"), lines, HeadVerdict.Hold.LASTING);
        }
        if (said.run() instanceof Contained.Ended.Late(String output)) {
            return HeadCheck.late(words, limits, output);
        }
        if (!said.ended()) {
            List<String> lines = new ArrayList<>(
                    List.of(words.text("check.cut.where", "module", said.last().orElse("-"))));
            lines.addAll(HeadCheck.lines(said.run().output()));
            return new HeadVerdict.Failed(words.text("check.cut"), lines, HeadVerdict.Hold.UNSURE);
        }
        List<Failure> failures = failures(said);
        return failures.isEmpty() ? new HeadVerdict.Passed() : compared(failures, accepted, others);
    }

    private HeadVerdict compared(List<Failure> failures, CommitId accepted, SortedMap<PackageName, CommitId> others)
            throws IOException {
        Set<String> modules = TopModules.of(paths.checkout(name, accepted));
        Said known = run(accepted, others, List.of(), modules);
        if (!known.ended()) {
            // Were nothing taken for known, every failure would look new.
            throw new IOException(words.text("check.unknown", "commit", accepted.abbreviated()));
        }
        List<Failure> before = failures(known);
        List<String> lines = new ArrayList<>();
        for (Failure each : failures) {
            if (before.stream().noneMatch(each::isAs)) {
                lines.add(words.text("check.import.line", "module", each.module(), "text", each.text()));
                lines.add(each.where());
            }
        }
        return lines.isEmpty()
                ? new HeadVerdict.Passed()
                : new HeadVerdict.Failed(words.text("check.import"), lines, HeadVerdict.Hold.BESIDE);
    }

    private static List<Failure> failures(Said said) {
        return said.of("failed").stream()
                .map(each -> new Failure(each.get(1), each.get(2), each.get(3), each.get(4)))
                .toList();
    }

    private Said run(
            CommitId commit,
            SortedMap<PackageName, CommitId> others,
            Collection<String> compile,
            Collection<String> modules)
            throws IOException {
        Path checkout = paths.checkout(name, commit);
        List<String> todo = new ArrayList<>(List.of("root " + checkout));
        ImportPath.of(paths, name, commit, others).forEach(each -> todo.add("path " + each));
        ImportPath.modules(paths, name, commit, others).forEach(each -> todo.add("ours " + each));
        compile.forEach(each -> todo.add("compile " + each));
        modules.forEach(each -> todo.add("import " + each));
        String word = "obsenv-" + Unique.id();
        Contained.Ended ended = HeadCheck.inWork(paths, work -> {
            Path told = work.resolve("todo");
            HeadCheck.write(told, todo);
            List<String> command = List.of(interpreter.toString(), "-I", "-B", "-c", SCRIPT, word, told.toString());
            List<Path> hidden = OutOfSight.of(paths, List.of(interpreter.toString()));
            return new Contained(work, limits, hidden).run(command, checkout, Map.of());
        });
        return said(ended, word);
    }

    private static Said said(Contained.Ended ended, String word) {
        List<List<String>> lines = ended.output()
                .lines()
                .filter(line -> line.startsWith(word + "\t"))
                .map(line -> Arrays.stream(line.substring(word.length() + 1).split("\t", -1))
                        .map(Escapes::undone)
                        .toList())
                .toList();
        String rest = String.join(
                "\n",
                ended.output().lines().filter(line -> !line.startsWith(word)).toList());
        boolean isWhole = !lines.isEmpty() && lines.getLast().equals(List.of("end"));
        return new Said(
                lines,
                isWhole,
                switch (ended) {
                    case Contained.Ended.By(int exit, String output) -> new Contained.Ended.By(exit, rest);
                    case Contained.Ended.Late late -> new Contained.Ended.Late(rest);
                });
    }

    /** The Python files that are not as they were; links are not read. */
    private List<String> changed(CommitId head, CommitId accepted) throws IOException {
        List<String> found = new ArrayList<>();
        String raw = GitProgram.must(
                paths.repository(name),
                "diff-tree",
                "-r",
                "-z",
                "--no-renames",
                "--diff-filter=d",
                accepted.hex(),
                head.hex());
        String[] fields = raw.split("\0", -1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            boolean isLink = fields[i].split(" ", 3)[1].equals(LINK);
            if (fields[i + 1].endsWith(".py") && !isLink) {
                found.add(fields[i + 1]);
            }
        }
        return found;
    }
}
