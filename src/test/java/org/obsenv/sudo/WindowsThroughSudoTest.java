package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.domain.signoff.WindowsReading;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Person;
import org.obsenv.fixture.SudoSite;
import org.obsenv.ledger.DirectoryLedgerReader;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;

/** Through the real sudo: only who manages a window says anything of its sessions, and always under her own name. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class WindowsThroughSudoTest {
    private static final String SUMMIT = "Summit";

    private final SudoSite site;
    private final Person manager;
    private final Person lead;

    WindowsThroughSudoTest(SudoSite site) {
        this.site = site;
        // The site file names no managers: then it is for those who record.
        this.manager = site.signers().named("maint1");
        this.lead = site.signers().named("lead1");
    }

    @Test
    void onlyWhoManagesAWindowSpeaksOfItsSessions() throws Exception {
        WindowSession next = reading()
                .calendar(site.siteOf(manager).windows())
                .next(SUMMIT, Instant.now())
                .orElseThrow();
        WindowChange confirmed = new WindowChange.Confirmed(SUMMIT, next.name());
        Instant extra = Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.MINUTES);
        assertThat(run(manager, new WindowChange.Added(SUMMIT, extra, extra.plusSeconds(3600))))
                .isInstanceOf(Outcome.Recorded.class);
        String before = Files.readString(document());
        for (Person each : List.of(site.stranger(), site.maintainer(), site.observer())) {
            refused(Refusal.NOT_PERMITTED, run(each, confirmed));
        }
        refused(Refusal.NOT_WINDOW_MANAGER, run(lead, confirmed));
        assertThat(Files.readString(document())).isEqualTo(before);

        assertThat(run(manager, confirmed)).isInstanceOf(Outcome.Recorded.class);

        assertThat(reading()
                        .calendar(site.siteOf(manager).windows())
                        .openAt(SUMMIT, next.start())
                        .flatMap(WindowSession::confirmedBy))
                .contains(manager.name());
        foundOut(next);
    }

    /** Root's pen: not refused, but the session is tentative again. */
    private void foundOut(WindowSession next) throws Exception {
        String sound = Files.readString(document());
        Instant other = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
        Files.writeString(document(), sound.replaceFirst("at: \"[^\"]*\"", "at: \"" + other + "\""));

        assertThat(reading().doubt()).contains(new Doubt(1, Doubt.Why.CHANGED));
        assertThat(reading()
                        .calendar(site.siteOf(manager).windows())
                        .openAt(SUMMIT, next.start())
                        .map(WindowSession::isTentative))
                .contains(true);
        refused(Refusal.STORE_DAMAGED, run(manager, new WindowChange.Cancelled(SUMMIT, next.name())));
        Files.writeString(document(), sound);
        assertThat(reading().doubt()).isEmpty();
    }

    private Path document() {
        return site.store().resolve("windows.yaml");
    }

    private Outcome run(Person person, WindowChange change) {
        return new SudoSignOffGateway(site.siteOf(person), Duration.ofSeconds(60))
                .run(new SignOffRequest(new Ask.OnWindows(reading().revision(), change), Optional.of("console-3")));
    }

    private WindowsReading reading() {
        return new DirectoryLedgerReader(site.store(), Optional.empty(), Seen.nothing())
                .read()
                .found()
                .orElseThrow()
                .windows();
    }

    private static void refused(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(refusal));
    }
}
