package org.obsenv.console;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.domain.signoff.Step;

/** What the site of the design's picture asks before an image is recommended. */
final class SamplePolicy {
    private static final List<String> PLACES = List.of("data.lsst.cloud", "data-int", "usdf-rsp", "summit");

    private SamplePolicy() {}

    static Policy policy() {
        return new Policy(
                List.of(
                        new Step.Proposal(),
                        new Step.Meeting("rsp", "RSP operations"),
                        new Step.Meeting("coordination", "Coordination meeting"),
                        new Step.Checks(),
                        new Step.Ticket(),
                        new Step.SignOff(),
                        new Step.Promotion()),
                List.of(
                        seat("platform", "Science Platform lead", "lead1"),
                        seat("owner", "Science Platform product owner", "lead3"),
                        seat("community", "Community Engagement lead", "lead5"),
                        seat("pipelines", "Science Pipelines lead", "lead2"),
                        seat("middleware", "Middleware lead", "lead6")),
                PLACES,
                List.of(
                        new Policy.Repository("tutorial-notebooks", List.of("maint3"), PLACES),
                        new Policy.Repository("system-test", List.of("maint3"), PLACES),
                        new Policy.Repository("lsst-ts notebooks", List.of("maint3"), PLACES)),
                true,
                Policy.OpenChecks.WARN,
                Optional.empty(),
                List.of("maint1"));
    }

    private static Seat seat(String id, String title, String holder) {
        return new Seat(id, title, List.of(holder), List.of());
    }
}
