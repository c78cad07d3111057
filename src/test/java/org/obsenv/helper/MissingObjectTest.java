package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;

/** security.md row 8: an object that is not there is found before anything is switched, and the rest stands. */
@Execution(ExecutionMode.CONCURRENT)
class MissingObjectTest {
    @TempDir
    Path directory;

    @Test
    void keepsTheOldHeadOfAPackageWhicheverObjectOfTheNewOneIsMissing() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        Path repository = environment.paths().repository(new PackageName("ts_wep"));
        CommitId before = environment.remote("ts_wep").head();
        CommitId broken = environment.remote("ts_wep").hotfix("Broken on its way", "version = 2\n");
        fetch(environment, "ts_wep");
        List<String> objects = objects(repository, before, broken);
        assertThat(objects).as("a commit, three trees and a blob").hasSize(5);
        for (String object : objects.subList(1, objects.size())) {
            Path file = loose(repository, object);
            Path aside = directory.resolve("aside");
            Files.move(file, aside);
            assertThatOnlyTheOtherPackageMoves(environment, before, "missing " + object);
            Files.move(aside, file);
        }
        Path blob = loose(repository, objects.getLast());
        byte[] sound = Files.readAllBytes(blob);
        Files.setPosixFilePermissions(blob, PosixFilePermissions.fromString("rw-r--r--"));
        byte[] spoilt = sound.clone();
        spoilt[spoilt.length - 3] ^= 0x40;
        Files.write(blob, spoilt);
        assertThatOnlyTheOtherPackageMoves(environment, before, "spoilt " + objects.getLast());
        Files.write(blob, sound);
        // Without its commit the head counts as never fetched; nothing half-made is in the way of the next pass.
        assertThat(objects.getFirst()).isEqualTo(broken.hex());
        Files.delete(loose(repository, objects.getFirst()));
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.runningCommit("ts_wep")).contains(broken);
    }

    private void assertThatOnlyTheOtherPackageMoves(TestEnvironment environment, CommitId kept, String what)
            throws Exception {
        CommitId other = environment.remote("summit_utils").hotfix("Sound", "beside = '" + what + "'\n");

        Outcome outcome = environment.run(Verb.SYNC);

        assertThat(outcome).as(what).isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.notes())
                .anyMatch(note -> note.startsWith("ts_wep: ")));
        assertThat(environment.runningCommit("ts_wep")).contains(kept);
        assertThat(environment.runningCommit("summit_utils")).contains(other);
        PackageState state =
                SyncStateDocument.read(environment.paths().state()).packages().get(new PackageName("ts_wep"));
        assertThat(Optional.ofNullable(state).flatMap(PackageState::problem).map(Problem::kind))
                .as(what)
                .contains(Problem.Kind.REFUSED);
    }

    @Test
    void refusesABaseWhicheverObjectOfAPinIsMissing() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        Path repository = environment.paths().repository(new PackageName("ts_wep"));
        CommitId before = environment.remote("ts_wep").head();
        CommitId pin = environment.remote("ts_wep").hotfix("The next base", "version = 2\n");
        fetch(environment, "ts_wep");
        environment.writeList("ts_wep: " + pin + "\n");
        String base = environment.linkText(environment.paths().base());
        // Out of reach, so that what is missing cannot be fetched anew.
        Files.move(environment.remote("ts_wep").bare(), directory.resolve("away"));
        for (String object : objects(repository, before, pin)) {
            Path file = loose(repository, object);
            Path aside = directory.resolve("aside");
            Files.move(file, aside);
            try {
                assertThat(environment.run(Verb.SET_BASE))
                        .as(object)
                        .isInstanceOfAny(Outcome.Refused.class, Outcome.Failed.class);
                assertThat(environment.linkText(environment.paths().base())).isEqualTo(base);
                assertThat(environment.current()).isEqualTo("deploy");
            } finally {
                Files.move(aside, file);
            }
        }
        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.linkText(environment.paths().base())).isNotEqualTo(base);
    }

    /** As a pass that was killed after its fetch leaves it: every object is here, nothing is built. */
    private static void fetch(TestEnvironment environment, String name) {
        Git.git(
                environment.paths().repository(new PackageName(name)),
                "-c",
                "fetch.unpackLimit=1000",
                "fetch",
                "-q",
                environment.remote(name).address(),
                "+refs/heads/*:refs/remotes/origin/*");
    }

    private static Path loose(Path repository, String object) {
        return repository.resolve("objects").resolve(object.substring(0, 2)).resolve(object.substring(2));
    }

    private static List<String> objects(Path repository, CommitId before, CommitId after) {
        return Git.git(repository, "rev-list", "--objects", "--no-object-names", after.hex(), "^" + before.hex())
                .lines()
                .toList();
    }
}
