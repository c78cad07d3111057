package org.obsenv.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.obsenv.protocol.Verb;

/**
 * A program called sudo that asks a directory instead of a policy, and the verbs it starts, which may be spoilt. The
 * demo's own verbs are started directly, which permits everything and never fails to start.
 */
final class StandInSudo {
    private final Path denied;
    private final Path verbs;

    /**
     * @param programs a directory that stands first on this process' {@code PATH}
     * @param verbs the directory of the verbs
     */
    StandInSudo(Path programs, Path verbs) throws IOException {
        this.denied = Files.createDirectories(programs.resolve("denied")).toAbsolutePath();
        this.verbs = verbs;
        executable(programs.resolve("sudo"), """
                    #!/bin/sh
                    ask=
                    while :; do
                        case $1 in
                            -n) shift ;;
                            -u) shift 2 ;;
                            -l) ask=yes; shift ;;
                            *) break ;;
                        esac
                    done
                    [ ! -e '%1$s'/"${1##*/}" ] || { echo "sudo: a password is required" >&2; exit 1; }
                    [ -z "$ask" ] || exit 0
                    [ -x "$1" ] || { echo "sudo: $1: command not found" >&2; exit 1; }
                    exec "$@"
                    """.formatted(denied));
    }

    /** From now on the person may not run these; everything else she may. */
    void deny(Verb... forbidden) throws IOException {
        for (Verb each : Verb.values()) {
            Files.deleteIfExists(denied.resolve(each.written()));
        }
        for (Verb each : List.of(forbidden)) {
            Files.createFile(denied.resolve(each.written()));
        }
    }

    /** From now on the verb is this script; {@code @real@} in it is the verb itself. */
    void replace(Verb verb, String script) throws IOException {
        if (!Files.exists(real(verb))) {
            Files.move(executable(verb), real(verb));
        }
        executable(executable(verb), "#!/bin/sh\n" + script.replace("@real@", "'" + real(verb) + "'") + "\n");
    }

    /** From now on the verb is not there at all. */
    void remove(Verb verb) throws IOException {
        replace(verb, "");
        Files.delete(executable(verb));
    }

    /** The verb is itself again. */
    void restore(Verb verb) throws IOException {
        if (Files.exists(real(verb))) {
            Files.move(real(verb), executable(verb), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path executable(Verb verb) {
        return verbs.resolve(verb.written());
    }

    private Path real(Verb verb) {
        return verbs.resolve(verb.written() + ".real");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
