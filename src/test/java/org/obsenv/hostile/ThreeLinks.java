package org.obsenv.hostile;

import java.util.Set;
import org.obsenv.fixture.TestEnvironment;

/** The texts of an environment's links. */
record ThreeLinks(String current, String deploy, String base) {
    /** In the place of a link that is not there. */
    static final String NOTHING = "nothing";

    static ThreeLinks of(TestEnvironment environment) {
        return new ThreeLinks(
                environment.current(),
                environment.linkText(environment.paths().deploy()),
                environment.linkText(environment.paths().base()));
    }

    /** What a first setup goes through. */
    static Set<ThreeLinks> onTheWayOfSetup() {
        return Set.of(
                new ThreeLinks(NOTHING, "generations/000001", NOTHING),
                new ThreeLinks(NOTHING, "generations/000001", "generations/000002"));
    }
}
