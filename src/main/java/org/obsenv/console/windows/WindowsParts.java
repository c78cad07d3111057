package org.obsenv.console.windows;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.protocol.SignOffGateway;

/**
 * What the page of maintenance windows is made of.
 *
 * @param site its name, for announcements
 * @param contact whom to call, as it is to be read
 */
public record WindowsParts(
        String site, Optional<String> contact, Policy policy, List<WindowRule> rules, SignOffGateway gateway) {
    public WindowsParts {
        rules = List.copyOf(rules);
    }
}
