package org.obsenv.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** The packages of a {@code deploy} in its request. */
final class DeployFields {
    private static final String PACKAGES = "packages";
    private static final int LONGEST_REVISION = 250;

    private DeployFields() {}

    static void write(Map<String, Object> fields, List<Deployed> packages) {
        fields.put(PACKAGES, packages.stream().map(DeployFields::written).toList());
    }

    private static Map<String, String> written(Deployed each) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", each.name().text());
        fields.put("revision", each.revision());
        each.seen().ifPresent(commit -> fields.put("saw", commit.hex()));
        return fields;
    }

    /** At least one package, and each once. */
    static List<Deployed> parse(Fields fields) throws YamlProblem {
        List<Deployed> packages = new ArrayList<>();
        Set<PackageName> named = new HashSet<>();
        for (Fields each : fields.mappings(PACKAGES)) {
            Deployed deployed = new Deployed(
                    each.value(
                            "name",
                            "a package name",
                            text -> PackageName.isValid(text) ? Optional.of(new PackageName(text)) : Optional.empty()),
                    each.value("revision", "a tag, a branch or a commit", DeployFields::revision),
                    each.optionalValue(
                            "saw",
                            "a commit",
                            text -> CommitId.isFull(text) ? Optional.of(new CommitId(text)) : Optional.empty()));
            each.end();
            if (!named.add(deployed.name())) {
                throw fields.problem(PACKAGES, "names " + deployed.name() + " twice");
            }
            packages.add(deployed);
        }
        if (packages.isEmpty()) {
            throw fields.problem(PACKAGES, "missing; expected at least one package");
        }
        return packages;
    }

    private static Optional<String> revision(String text) {
        boolean isName = !text.isBlank()
                && text.length() <= LONGEST_REVISION
                && text.chars().noneMatch(each -> each <= ' ' || each == 0x7f);
        return isName ? Optional.of(text) : Optional.empty();
    }
}
