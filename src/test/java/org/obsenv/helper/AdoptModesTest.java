package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Verb;

/** Clones that only their owner may read become an environment that everybody may. */
@Execution(ExecutionMode.CONCURRENT)
class AdoptModesTest extends AdoptFixture {
    @Test
    void whatWasMadeWithAnotherUmaskIsReadableByAll() throws IOException {
        RemotePackage wep = environment.remote("ts_wep");
        wep.write("run.sh", "#!/bin/sh\n");
        Files.setPosixFilePermissions(wep.workTree().resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        wep.hotfix("A program", "version = 2\n");
        Ran.must("rm", "-r", clone.toString());
        Ran.must(
                "sh",
                "-c",
                "umask 077; exec git -c safe.directory=* clone -q -b deploy \"$0\" \"$1\"",
                wep.address(),
                clone.toString());
        // Beside the pack, an object by itself; and a file of a person's own making.
        Ran.must("sh", "-c", "umask 077; cd \"$0\"; echo mine >mine.py; git add mine.py", clone.toString());
        Git.git(clone, "checkout", "-q", "-b", "own");
        assertThat(TreeState.modes(clone).values()).contains("40700", "100600", "100700", "100400");

        assertThat(adopt()).isInstanceOf(Outcome.Built.class);

        assertThat(modesOtherThanMeant()).isEmpty();
        assertThat(TreeState.modes(clone.toRealPath()))
                .containsEntry("run.sh", "100555")
                .containsEntry("python", "40555")
                .containsEntry(MODULE, "100444");
        wep.hotfix("Goes on", "version = 3\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        assertThat(modesOtherThanMeant()).isEmpty();
    }

    @Test
    void whatAKilledOneLeftAmongTheTemporaryDirectoriesGoesWithTheNext() throws IOException {
        Path left = Files.createDirectories(directory.resolve("obsenv-adopt-999999999999999999-1-x/ts_wep/objects"));
        Files.writeString(left.resolve("one"), "one");
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("r-xr-xr-x"));
        Path living = Files.createDirectory(directory.resolve("obsenv-adopt-" + Orphans.own() + "-x"));
        Path anothers = Files.createDirectory(directory.resolve("obsenv-adopt-999999999999999999-1-y"));
        Ran.must("chown", "12345", anothers.toString());
        Path link = directory.resolve("obsenv-adopt-999999999999999999-1-z");
        Files.createSymbolicLink(link, clone);

        Path made = Scratch.make(directory, "adopt");

        assertThat(made).isEmptyDirectory();
        assertThat(left).doesNotExist();
        assertThat(directory.resolve("obsenv-adopt-999999999999999999-1-x")).doesNotExist();
        assertThat(living).exists();
        assertThat(anothers).exists();
        assertThat(link).isSymbolicLink();
        assertThat(clone).isNotEmptyDirectory();
        TreeRemoval.remove(made);
    }

    /** Of what everybody reads: repositories, checkouts, generations; the old clones are their owner's. */
    private Map<String, String> modesOtherThanMeant() {
        SortedMap<String, String> wrong = new TreeMap<>();
        for (String part : new String[] {"repositories", "checkouts", "generations"}) {
            TreeState.modes(environment.paths().inner().resolve(part)).forEach((path, mode) -> {
                if (!mode.matches("40755|40555|100644|100755|100444|100555|120777")) {
                    wrong.put(part + "/" + path, mode);
                }
            });
        }
        return wrong;
    }
}
