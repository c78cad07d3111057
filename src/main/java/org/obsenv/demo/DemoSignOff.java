package org.obsenv.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;

/**
 * The sign-offs of the demo: whoever runs it sits in one of five seats, owns the notebooks and records what meetings
 * said; one image is proposed.
 */
final class DemoSignOff {
    private static final String TAG = "w_2026_45";
    private static final Digest IMAGE =
            new Digest("sha256:9f3c52d1a7e04b6882c9d3f60b1e7a955c4d8e2f13a6b07c9d5e4f1a2b3c77e1");

    private DemoSignOff() {}

    /** The key {@code signoff} of the site file; empty for an account whose name a site file cannot hold. */
    static Optional<Map<String, Object>> policy(Path store, String caller) {
        if (!caller.matches("[a-z_][a-z0-9_.-]{0,31}")) {
            return Optional.empty();
        }
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("store", store.toString());
        policy.put("process", "seven-step");
        Map<String, Object> seats = new LinkedHashMap<>();
        seats.put("platform", seat("Science Platform lead", "lead1"));
        seats.put("owner", seat("Science Platform product owner", "lead3"));
        seats.put("community", seat("Community Engagement lead", "lead5"));
        seats.put("pipelines", seat("Science Pipelines lead", caller));
        seats.put("middleware", seat("Middleware lead", "lead6"));
        policy.put("seats", seats);
        policy.put("deployments", List.of("data-int", "summit"));
        Map<String, Object> notebooks = new LinkedHashMap<>();
        notebooks.put("tutorial-notebooks", Map.of("owners", List.of(caller)));
        notebooks.put("system-test", Map.of("owners", List.of(caller)));
        policy.put("notebooks", notebooks);
        policy.put("lasts", "60 d");
        return Optional.of(policy);
    }

    private static Map<String, Object> seat(String title, String holder) {
        Map<String, Object> seat = new LinkedHashMap<>();
        seat.put("title", title);
        seat.put("holders", List.of(holder));
        return seat;
    }

    /** The request that proposes the demo's candidate. */
    static byte[] proposal() {
        return SignOffRequestDocument.write(new SignOffRequest(
                new Ask.Propose(
                        TAG,
                        IMAGE,
                        new Deed.Proposed("new middleware, needed for DP2 tutorials", Optional.of("w_2026_38"))),
                Optional.empty()));
    }
}
