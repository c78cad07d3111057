package org.obsenv.hostile;

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
}
