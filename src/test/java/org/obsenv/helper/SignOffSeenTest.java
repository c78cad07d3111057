package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.protocol.SignOffRequest.Ask;

/** An act is written on what the person saw, or not at all. */
class SignOffSeenTest {
    private static final Digest IMAGE = SignOffPolicy.IMAGE;

    @TempDir
    Path directory;

    LedgerSite site;
    String weekly;

    @BeforeEach
    void propose() {
        site = new LedgerSite(directory);
        weekly = site.propose();
    }

    @Test
    void refusesWhenSomethingCameInBetweenAndSaysWhat() {
        Revision saw = site.revision(weekly);
        assertThat(site.sign("lead2", weekly, "pipelines")).isInstanceOf(Outcome.Recorded.class);
        assertThat(site.act("lead5", weekly, new Deed.Objected("community", "tutorials crash")))
                .isInstanceOf(Outcome.Recorded.class);
        Map<String, String> before = site.content();

        assertThat(site.run(
                        "lead1",
                        new Ask.OnCandidate(
                                weekly,
                                saw,
                                IMAGE,
                                new Deed.Acknowledged("platform", Optional.empty(), Optional.empty()))))
                .isEqualTo(new Outcome.Refused(
                        Refusal.LEDGER_MOVED, Map.of("candidate", weekly, "between", "lead2 signed, lead5 objected")));
        assertThat(site.content()).isEqualTo(before);
    }

    @Test
    void refusesToGoOnBehindWhatThePersonHasSeen() {
        Revision ahead = new Revision(7, "ab".repeat(32));
        Revision forked = new Revision(1, "ab".repeat(32));
        for (Revision saw : List.of(ahead, forked)) {
            assertThat(site.run(
                            "lead1",
                            new Ask.OnCandidate(
                                    weekly,
                                    saw,
                                    IMAGE,
                                    new Deed.Acknowledged("platform", Optional.empty(), Optional.empty()))))
                    .isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                            .isEqualTo(Refusal.STORE_BEHIND));
        }
    }
}
