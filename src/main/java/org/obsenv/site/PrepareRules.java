package org.obsenv.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.obsenv.site.CheckRule.Limits;
import org.obsenv.site.SharedPackage.Prepare;
import org.obsenv.words.Visible;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** Reads {@code prepare} of a package. */
final class PrepareRules {
    private static final Limits STANDARD = new Limits(Duration.ofSeconds(60), 4L * 1024 * 1024 * 1024);

    private PrepareRules() {}

    static Optional<Prepare> of(Fields each) throws YamlProblem {
        Optional<Fields> found = each.optionalMapping("prepare");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = found.get();
        Prepare prepare =
                new Prepare(fields.texts("command"), fields.texts("outputs"), CheckRules.limits(fields, STANDARD));
        if (prepare.command().isEmpty()) {
            throw fields.problem("command", "expected a list: the program, then its arguments");
        }
        for (String output : prepare.outputs()) {
            if (!isInside(output)) {
                throw fields.problem(
                        "outputs", "expected paths inside the checkout, found \"" + Visible.value(output) + "\"");
            }
        }
        fields.end();
        return Optional.of(prepare);
    }

    private static boolean isInside(String text) {
        try {
            Path path = Path.of(text);
            return !text.isEmpty()
                    && !path.isAbsolute()
                    && path.normalize().equals(path)
                    && !path.startsWith("..")
                    && !path.startsWith(".git");
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
