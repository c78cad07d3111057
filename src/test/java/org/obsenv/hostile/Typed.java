package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;

/** A verb that is started as if typed by hand. */
record Typed(TestEnvironment environment, Verb verb) implements Promise {
    private static final Set<Verb> BUILDS = Set.of(Verb.SETUP, Verb.SYNC, Verb.SET_BASE);

    @Override
    public Request request() {
        return Request.plain(verb);
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public Set<ThreeLinks> onTheWay() {
        return makesTheLayout() ? ThreeLinks.onTheWayOfSetup() : Set.of();
    }

    @Override
    public boolean makesTheLayout() {
        return verb == Verb.SETUP;
    }

    /** The roll back that follows every strike is the way on of those that only switch. */
    @Override
    public void requireGoesOn(String when) {
        if (BUILDS.contains(verb)) {
            assertThat(environment.run(verb)).as(when).isInstanceOf(Outcome.Built.class);
        }
    }
}
