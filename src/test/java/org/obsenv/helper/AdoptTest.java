package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Git;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;

/** Real clones become the layout; what was not committed is kept byte for byte, and nothing of a clone's is run. */
@Execution(ExecutionMode.CONCURRENT)
class AdoptTest extends AdoptFixture {
    @Test
    void saysFirstWhatBecomesOfEachAndChangesNothing() throws IOException {
        Files.writeString(clone.resolve(MODULE), "version = 1\nhurried = True\n");
        Files.writeString(clone.resolve("new.py"), "new\n");
        String before = content(environment.root());

        assertThat(run(Aim.Planned.PREVIEW)).isInstanceOfSatisfying(Outcome.Planned.class, planned -> {
            assertThat(planned.plan()).isPresent();
            assertThat(planned.lines().getFirst())
                    .isEqualTo("ts_wep: at " + head("ts_wep").abbreviated()
                            + " (deploy), 1 changed and not committed, 1 untracked");
        });
        assertThat(content(environment.root())).isEqualTo(before);
    }

    /** Two maintainers who saw the same plan, at the same moment. */
    @Test
    void oneOfTwoAtOnceIsDoneAndTheOtherIsTold() throws Exception {
        CommitId ran = head("ts_wep");
        Aim aim = new Aim.Planned(Optional.of(plan()), List.of());
        CompletableFuture<Outcome> ana = CompletableFuture.supplyAsync(() -> run(aim), Thread::startVirtualThread);
        CompletableFuture<Outcome> ben = CompletableFuture.supplyAsync(() -> run(aim), Thread::startVirtualThread);

        List<Outcome> both = List.of(ana.get(), ben.get());

        assertThat(both).filteredOn(Outcome.Built.class::isInstance).hasSize(1);
        assertThat(both)
                .filteredOn(Outcome.Refused.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isIn(Refusal.CLONES_CHANGED, Refusal.PLAN_CHANGED, Refusal.BUSY));
        assertThat(environment.runningCommit("ts_wep")).contains(ran);
        try (Stream<Path> times = Files.list(environment.paths().adopted())) {
            assertThat(times).hasSize(1);
        }
        assertThat(old("ts_wep").resolve(".git/HEAD")).exists();
        assertThat(old("cwfs").resolve(".git/HEAD")).exists();
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
    }

    @Test
    void whatRanRunsAndLaterFixesArrive() throws IOException {
        CommitId ran = head("ts_wep");
        Files.writeString(environment.root().resolve("auto_env_setup.sh"), "setup -j ts_wep\n");

        assertThat(adopt()).isInstanceOf(Outcome.Built.class);

        assertThat(environment.runningCommit("ts_wep")).contains(ran);
        assertThat(environment.current()).isEqualTo("deploy");
        assertThat(Git.git(clone, "-c", "safe.directory=*", "log", "--format=%s"))
                .isEqualTo("First release");
        assertThat(Git.git(clone, "-c", "safe.directory=*", "status", "--porcelain"))
                .isEmpty();
        assertThat(old("ts_wep").resolve(".git/HEAD")).exists();
        assertThat(old("auto_env_setup.sh")).hasContent("setup -j ts_wep");
        assertThat(environment.newestEntry().act()).isEqualTo("adopt");
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
        assertThat(environment.run(Verb.RESUME)).isInstanceOf(Outcome.Switched.class);
        CommitId next = environment.remote("ts_wep").hotfix("Fix", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.runningCommit("ts_wep")).contains(next);
        assertThat(run(Aim.Planned.PREVIEW))
                .isInstanceOfSatisfying(Outcome.Planned.class, planned -> assertThat(planned.plan())
                        .isEmpty());
        String name = environment.paths().adopted().relativize(old("cwfs")).toString();
        assertThat(prune(new Aim.Planned(Optional.of(planOfPrune(name)), List.of(name))))
                .isInstanceOf(Outcome.Pruned.class);
        assertThat(environment.paths().adopted().resolve(name)).doesNotExist();
    }

    @Test
    void uncommittedWorkIsKeptByteForByte() throws IOException {
        byte[] crlf = "staged\r\nand = 2\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(clone.resolve(".gitattributes"), "* text=auto eol=lf\n");
        Files.write(clone.resolve("staged.py"), crlf);
        Git.git(clone, "-c", "core.autocrlf=false", "add", "-A");
        Files.write(clone.resolve("staged.py"), "unstaged\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.writeString(clone.resolve("café \"quoted\"\n.py"), "odd\r\n");
        Files.writeString(clone.resolve("run.sh"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(clone.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(clone.resolve("link"), Path.of("../elsewhere/"));
        Files.move(clone.resolve(MODULE), clone.resolve("python/ts_wep/renamed.py"));
        Git.git(clone, "-c", "core.autocrlf=false", "update-index", "--assume-unchanged", ".gitattributes");
        Files.writeString(clone.resolve(".gitattributes"), "* text=auto eol=crlf\n");
        String before = content(clone);

        Outcome outcome = adopt();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.notes())
                .anyMatch(note -> note.startsWith("ts_wep: its uncommitted work is refs/obsenv/rescue/")));
        Path repository = environment.paths().repository(new PackageName("ts_wep"));
        String rescue = Git.git(repository, "for-each-ref", "--format=%(refname)", "refs/obsenv/rescue");
        assertThat(rescue).isNotEmpty();
        Path again = directory.resolve("again");
        Git.git(directory, "init", "-q", again.toString());
        Files.writeString(again.resolve(".git/info/attributes"), "* -text -eol\n");
        Git.git(again, "fetch", "-q", repository.toString(), rescue);
        Git.git(again, "checkout", "-q", "FETCH_HEAD");
        assertThat(content(again)).isEqualTo(before);
        assertThat(content(old("ts_wep"))).isEqualTo(before);
        assertThat(Git.git(again, "rev-parse", "FETCH_HEAD^1"))
                .isEqualTo(environment.runningCommit("ts_wep").orElseThrow().hex());
        assertThat(Git.git(again, "cat-file", "-s", "FETCH_HEAD^2:staged.py")).isEqualTo("" + staged());
    }

    private long staged() {
        String size = Git.git(old("ts_wep"), "cat-file", "-s", ":staged.py");
        return Long.parseLong(size);
    }

    @Test
    void branchesStashesAndWhatOnlyAReflogHoldsAreKept() throws IOException {
        Files.writeString(clone.resolve(MODULE), "version = 7\n");
        Git.git(clone, "commit", "-q", "-am", "On no branch");
        CommitId lost = head("ts_wep");
        Git.git(clone, "reset", "-q", "--hard", "HEAD~1");
        Files.writeString(clone.resolve(MODULE), "version = 8\n");
        Git.git(clone, "stash");
        String stash = Git.git(clone, "rev-parse", "refs/stash");
        Git.git(clone, "branch", "try-it");
        Git.git(clone, "checkout", "-q", "--detach");

        assertThat(adopt()).isInstanceOf(Outcome.Built.class);

        Path repository = environment.paths().repository(new PackageName("ts_wep"));
        String refs = Git.git(repository, "for-each-ref", "--format=%(objectname) %(refname)", "refs/obsenv/adopted");
        assertThat(refs)
                .contains(lost.hex())
                .contains(stash)
                .contains("/heads/try-it")
                .contains("/tags/v1.0.0");
        Git.git(repository, "fsck", "--full");
    }

    /** security.md row 13. The same clone's own git would run all of these. */
    @Test
    void nothingThatACloneNamesIsRun() throws IOException {
        Path ran = directory.resolve("ran");
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh\ntouch '" + ran + "'\ncat\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Git.git(clone, "config", "core.fsmonitor", program.toString());
        Git.git(clone, "config", "filter.evil.clean", program.toString());
        Git.git(clone, "config", "filter.evil.smudge", program.toString());
        Git.git(clone, "config", "diff.external", program.toString());
        Git.git(clone, "config", "core.hooksPath", directory.toString());
        Files.copy(program, directory.resolve("reference-transaction"));
        Files.copy(program, clone.resolve(".git/hooks/post-checkout"));
        Files.writeString(clone.resolve(".git/info/attributes"), "* filter=evil\n");
        Files.writeString(clone.resolve(".gitattributes"), "* filter=evil\n");
        Files.writeString(clone.resolve(MODULE), "version = 9\n");
        Files.deleteIfExists(ran);

        assertThat(adopt()).isInstanceOf(Outcome.Built.class);

        assertThat(ran).doesNotExist();
        Git.git(old("ts_wep"), "status");
        assertThat(ran).as("the clone's own git runs it").exists();
    }

    /** As on a file system that cannot exchange. */
    @Test
    void exchangesInTwoStepsToo() throws IOException {
        Path link = directory.resolve("a-link");
        Path tree = Files.createDirectory(directory.resolve("a-tree"));
        Files.createSymbolicLink(link, Path.of("somewhere"));

        Exchange.inTwoSteps(link, tree);

        assertThat(link).isDirectory();
        assertThat(tree).isSymbolicLink();
    }
}
