package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/**
 * Clones become the layout: whenever the verb dies, each path leads to the files that ran, and each clone is whole, where
 * it was or put aside. In a world that cannot exchange two names a path may be missing until adopt is run again.
 */
final class Adopted implements Promise {
    private static final String MODULE = "python/ts_wep/__init__.py";
    private static final String WORK = "version = 1\nhurried = True\n";
    private static final List<String> NAMES = List.of("ts_wep", "summit_utils");

    private final TestEnvironment environment;
    private final boolean exchanges;
    private final Map<String, String> clones = new HashMap<>();
    private final Map<String, CommitId> heads = new HashMap<>();

    private Adopted(TestEnvironment environment, boolean exchanges) {
        this.environment = environment;
        this.exchanges = exchanges;
    }

    /** Makes the clones, one of them with work in it that is not committed. */
    static Adopted of(Path directory, boolean exchanges) throws IOException {
        TestEnvironment environment = TestEnvironment.prepare(directory, NAMES.toArray(String[]::new));
        Adopted adopted = new Adopted(environment, exchanges);
        Files.createDirectories(environment.root());
        for (String name : NAMES) {
            String address = environment.remote(name).address();
            Git.git(environment.root(), "clone", "-q", "-b", "deploy", address, name);
        }
        Files.writeString(environment.root().resolve("ts_wep").resolve(MODULE), WORK);
        for (String name : NAMES) {
            Path clone = environment.root().resolve(name);
            adopted.heads.put(name, new CommitId(Git.git(clone, "rev-parse", "HEAD")));
            adopted.clones.put(name, Wholeness.content(clone));
        }
        return adopted;
    }

    @Override
    public TestEnvironment environment() {
        return environment;
    }

    @Override
    public Verb verb() {
        return Verb.ADOPT;
    }

    @Override
    public Request request() {
        return asked(new Aim.Planned(plan(), List.of()));
    }

    @Override
    public Rule world() {
        return exchanges ? Rule.undisturbed() : Rule.withoutExchange();
    }

    @Override
    public Set<ThreeLinks> onTheWay() {
        return ThreeLinks.onTheWayOfSetup();
    }

    @Override
    public boolean makesTheLayout() {
        return true;
    }

    @Override
    public void requireKept(String when) {
        for (String name : NAMES) {
            Path path = environment.root().resolve(name);
            Path clone = path;
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                boolean isLink = Files.isSymbolicLink(path);
                assertThat(isLink || !exchanges)
                        .as(name + " leads somewhere " + when)
                        .isTrue();
                if (isLink) {
                    requireRunning(name, when);
                }
                clone = onlyOld(name, when);
            }
            assertThat(Wholeness.content(clone)).as(clone + " " + when).isEqualTo(clones.get(name));
        }
    }

    @Override
    public void requireGoesOn(String when) {
        Optional<String> plan = plan();
        if (plan.isPresent()) {
            assertThat(environment.run(asked(new Aim.Planned(plan, List.of()))))
                    .as(when)
                    .isInstanceOf(Outcome.Built.class);
        }
        for (String name : NAMES) {
            requireRunning(name, when);
            assertThat(Wholeness.content(onlyOld(name, when))).as(when).isEqualTo(clones.get(name));
        }
        requireRescued(when);
        assertThat(plan()).as(when).isEmpty();
    }

    private void requireRunning(String name, String when) {
        assertThat(environment.runningCommit(name)).as(name + " " + when).contains(heads.get(name));
    }

    private void requireRescued(String when) {
        Path repository = environment.paths().repository(new PackageName("ts_wep"));
        List<String> rescued = Git.git(repository, "for-each-ref", "--format=%(refname)", "refs/obsenv/rescue")
                .lines()
                .toList();
        assertThat(rescued).as(when).isNotEmpty();
        for (String each : rescued) {
            assertThat(Git.git(repository, "show", each + ":" + MODULE) + "\n")
                    .as(each + " " + when)
                    .isEqualTo(WORK);
        }
    }

    /** The clone that was put aside, once. */
    private Path onlyOld(String name, String when) {
        List<Path> found = new ArrayList<>();
        Path adopted = environment.paths().adopted();
        for (String time : Promised.names(adopted)) {
            Path clone = adopted.resolve(time).resolve(name);
            if (Files.isDirectory(clone, LinkOption.NOFOLLOW_LINKS)) {
                found.add(clone);
            }
        }
        assertThat(found).as(name + " put aside " + when).hasSize(1);
        return found.getFirst();
    }

    private Optional<String> plan() {
        Outcome outcome = environment.run(asked(Aim.Planned.PREVIEW));
        if (outcome instanceof Outcome.Planned planned) {
            return planned.plan();
        }
        throw new AssertionError(outcome);
    }

    private static Request asked(Aim aim) {
        return new Request(Verb.ADOPT, new Saw.Nothing(), aim, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
