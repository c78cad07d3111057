package org.obsenv.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.content.PackageList;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** A list of packages as keys: a line for each, so that two lists can be compared by eye and by diff. */
final class PackageFields {
    /** The act's word. */
    static final String WORD = "packages";

    private static final String SOURCE = "source";
    private static final String PACKAGE = "package ";
    private static final String EXPECTED = "a version of printable ASCII without blanks and quotes";
    private static final int LONGEST_SOURCE = 300;

    private PackageFields() {}

    static void put(Map<String, Object> fields, Deed.PackagesListed listed) {
        fields.put(SOURCE, listed.source());
        listed.packages().versions().forEach((name, version) -> fields.put(PACKAGE + name, version));
    }

    static Deed.PackagesListed read(Fields fields) throws YamlProblem {
        String source = Texts.bounded(fields, SOURCE, LONGEST_SOURCE);
        Map<String, String> versions = new HashMap<>();
        for (String key : fields.keys()) {
            if (!key.startsWith(PACKAGE)) {
                continue;
            }
            String name = key.substring(PACKAGE.length());
            if (!PackageList.isToken(name)) {
                throw fields.problem(key, "expected a package's name of printable ASCII without blanks and quotes");
            }
            versions.put(
                    name, fields.value(key, EXPECTED, text -> Optional.of(text).filter(PackageList::isToken)));
        }
        PackageList packages = PackageList.of(versions);
        if (!packages.isAttachable()) {
            throw fields.problem(
                    DeedFields.ACT,
                    "expected 1 or more packages, in at most " + PackageList.LONGEST_WRITTEN + " bytes, found "
                            + packages.size() + " in " + packages.written());
        }
        return new Deed.PackagesListed(source, packages);
    }
}
