package org.obsenv.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** The scalar kinds of the layout's documents and how complaints name them. */
final class Expected {
    static final String GENERATION = "a generation of six digits";
    static final String INSTANT = "an instant such as 2026-11-21T03:13:02Z";
    static final String COMMIT = "a commit of 40 digits";
    static final String COUNT = "a count";

    private Expected() {}

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<CommitId> commit(String text) {
        return CommitId.isFull(text) ? Optional.of(new CommitId(text)) : Optional.empty();
    }

    static Optional<Integer> count(String text) {
        try {
            int count = Integer.parseInt(text);
            return count >= 0 ? Optional.of(count) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<PackageName> name(String text) {
        return PackageName.isValid(text) ? Optional.of(new PackageName(text)) : Optional.empty();
    }

    static PackageName packageName(Fields fields, String key) throws YamlProblem {
        if (!PackageName.isValid(key)) {
            throw fields.problem(key, "expected a package name");
        }
        return new PackageName(key);
    }
}
