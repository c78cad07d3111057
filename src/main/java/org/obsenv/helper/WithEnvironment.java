package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.PinnedSetup;

/** The program that runs one command with the packages of one generation. */
final class WithEnvironment {
    // Opening the pinned file through "current" is what resolves the generation: once, since all else is in the file.
    private static final String TEXT = """
            #!/bin/sh
            # with-environment CMD [ARG...]: runs one command with the packages of the generation that runs now.
            # A switch in between changes nothing for it: all of its packages are of one generation.
            obs_env_setup=@SETUP@
            if [ $# -eq 0 ]; then
                echo "usage: $0 CMD [ARG...]" >&2
                exit 125
            fi
            if [ ! -r "$obs_env_setup" ]; then
                echo "$0: $obs_env_setup cannot be read. $1 was not started." >&2
                exit 125
            fi
            if ! command -v setup >/dev/null 2>&1; then
                # EUPS's own is a function of bash, which this shell does not inherit.
                if [ ! -x "${EUPS_DIR:-}/bin/eups_setup" ]; then
                    echo "$0: there is no 'setup' here. $1 was not started. Set the science software up first." >&2
                    exit 125
                fi
                setup() {
                    obs_env_answer=$("$EUPS_DIR/bin/eups_setup" "$@") && eval "$obs_env_answer"
                }
            fi
            trap 'echo "$0: a package could not be set up. The command was not started." >&2; exit 125' EXIT
            set -e
            . "$obs_env_setup"
            set +e
            trap - EXIT
            exec "$@"
            """;

    private WithEnvironment() {}

    /** Makes the program, or makes it as it should be; where it is, nothing is written. */
    static void ensure(LayoutPaths paths) throws IOException {
        Path program = paths.withEnvironment();
        byte[] meant = text(paths).getBytes(StandardCharsets.UTF_8);
        if (!isThere(program, meant)) {
            Durable.directory(Durable.parent(program), "rwxr-xr-x");
            Durable.replaceProgram(program, meant);
        }
    }

    private static boolean isThere(Path program, byte[] meant) throws IOException {
        try {
            return Arrays.equals(Files.readAllBytes(program), meant)
                    && Files.getPosixFilePermissions(program).equals(PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static String text(LayoutPaths paths) {
        return TEXT.replace("@SETUP@", PinnedSetup.quoted(paths.current().resolve(PinnedSetup.NAME)));
    }
}
