package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.trace.Fate;
import org.obsenv.hostile.trace.Place;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.hostile.trace.Traced;
import org.obsenv.hostile.trace.Tracer;
import org.obsenv.protocol.Verb;

/** What git started in turn does not die with its verb. It must not write where the next build is writing. */
class OutlivingProgramTest {
    @TempDir
    Path directory;

    @Test
    void theNextBuildEndsItFirst() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        List<Outcome> outcomes = new ArrayList<>();
        Rule killedAtTheCheckout = new Rule() {
            private boolean killed;

            @Override
            public Fate at(Place place) {
                if (!place.program().equals("git reset") || !place.writes()) {
                    return new Fate.GoesOn();
                }
                if (!killed) {
                    killed = true;
                    return new Fate.VerbDies();
                }
                // Its verb is dead, and it stands still in the middle of the work tree while the next pass runs.
                outcomes.add(environment.run(Verb.SYNC));
                return new Fate.GoesOn();
            }
        };

        Traced traced = new Tracer(environment.root(), directory)
                .run(HelperCommand.of(Verb.SYNC, environment.siteFile()), killedAtTheCheckout);

        assertThat(traced.wasKilled()).isTrue();
        assertThat(outcomes).hasSize(1).first().isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(
                        built.movedCount())
                .isEqualTo(1));
        assertThat(traced.afterDeath()).as("what it wrote afterwards").hasSize(1);
        new Wholeness(environment).learn().requireSwept("after the next pass");
    }
}
