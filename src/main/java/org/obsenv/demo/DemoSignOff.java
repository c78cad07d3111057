package org.obsenv.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.ledger.DirectoryLedgerReader;
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

    private static final List<String> DEPLOYMENTS = List.of("data-int", "summit");

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
        policy.put("deployments", DEPLOYMENTS);
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

    /** Runs {@code signoff} with a request. */
    interface Verb {
        void run(byte[] request) throws IOException;
    }

    /** One candidate that came as far as the sign-off: what is left waits for whoever sits here. */
    static void tell(Path store, Verb verb) throws IOException {
        verb.run(document(new Ask.Propose(
                TAG, IMAGE, new Deed.Proposed("new middleware, needed for DP2 tutorials", Optional.of("w_2026_38")))));
        DirectoryLedgerReader reader = new DirectoryLedgerReader(store, Optional.empty(), Seen.nothing());
        for (Deed deed : story()) {
            CandidateReading reading = reader.read()
                    .found()
                    .flatMap(ledger -> ledger.candidates().stream().findFirst())
                    .orElseThrow(() -> new IOException("the demo's candidate is not in " + store));
            verb.run(document(new Ask.OnCandidate(reading.candidate().id(), reading.revision(), IMAGE, deed)));
        }
    }

    private static List<Deed> story() {
        List<Deed> story = new ArrayList<>();
        story.add(new Deed.MeetingHeld("rsp", true, Optional.empty()));
        story.add(new Deed.MeetingHeld("coordination", true, Optional.empty()));
        for (String repository : List.of("tutorial-notebooks", "system-test")) {
            for (String deployment : DEPLOYMENTS) {
                story.add(new Deed.Checked(
                        new Policy.Cell(repository, deployment), Deed.CheckResult.PASSED, Optional.empty()));
            }
        }
        story.add(new Deed.TicketOpened("DM-51902"));
        return story;
    }

    private static byte[] document(Ask ask) {
        return SignOffRequestDocument.write(new SignOffRequest(ask, Optional.empty()));
    }
}
