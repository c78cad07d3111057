package org.obsenv.helper;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.PinnedSetup;

/** The shell files that set an environment's packages up, made with each generation. */
final class SetupFiles {
    /** By stable paths: a parent that sources it once still gives every script it starts the newest code. */
    static final String STABLE = "auto_env_setup.sh";

    /** By the generation's own path: a notebook kernel keeps one consistent choice until it is restarted. */
    static final String PINNED = PinnedSetup.NAME;

    private SetupFiles() {}

    /** File name → text, for this generation of these packages in this order. */
    static Map<String, String> of(LayoutPaths paths, GenerationId id, Collection<PackageName> packages) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(STABLE, lines("", packages, PinnedSetup.quoted(paths.root()) + "/"));
        files.put(PINNED, lines(PinnedSetup.head(paths, id) + "\n", packages, PinnedSetup.PREFIX));
        return files;
    }

    private static String lines(String head, Collection<PackageName> packages, String prefix) {
        StringBuilder text = new StringBuilder(head);
        packages.forEach(name -> text.append("setup -j ")
                .append(name)
                .append(" -r ")
                .append(prefix)
                .append(name)
                .append('\n'));
        return text.toString();
    }
}
