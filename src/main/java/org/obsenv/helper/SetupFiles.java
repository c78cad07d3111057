package org.obsenv.helper;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;

/** The shell files that set an environment's packages up, made with each generation. */
final class SetupFiles {
    /** By stable paths: a parent that sources it once still gives every script it starts the newest code. */
    static final String STABLE = "auto_env_setup.sh";

    /** By the generation's real path: a notebook kernel keeps one consistent choice until it is restarted. */
    static final String PINNED = "auto_env_setup_pinned.sh";

    private SetupFiles() {}

    /** File name → text, for these packages in this order. */
    static Map<String, String> of(LayoutPaths paths, Collection<PackageName> packages) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(STABLE, lines("", packages, quoted(paths.root()) + "/"));
        files.put(
                PINNED,
                lines(
                        "obs_env_generation=$(readlink -f " + quoted(paths.current()) + ") || return 1\n",
                        packages,
                        "\"$obs_env_generation\"/"));
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

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
