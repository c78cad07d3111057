package org.obsenv.console.deploy;

import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;

/** Where deploying stands. */
public sealed interface DeployState {
    record Closed() implements DeployState {}

    /**
     * A maintainer chooses what is to be tested.
     *
     * @param token the very link that was on the screen when she began; it travels with the request
     * @param left what ran then
     */
    record Choosing(SwitchToken token, SwitchState left) implements DeployState {}

    record Running() implements DeployState {}
}
