package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.obsenv.domain.Outcome;

class UnblockedReporterTest {
    private static final Outcome DONE = new Outcome.Failed("a full disk");

    @Test
    void tellsEverythingInItsOrderBeforeItReturns() {
        List<String> heard = new ArrayList<>();
        Reporter reporter = new UnblockedReporter(listing(heard), Duration.ofMinutes(1));

        reporter.progress("fetched", "ts_wep", 1, 2);
        reporter.progress("fetched", "cwfs", 2, 2);
        reporter.ended(DONE);

        assertThat(heard).containsExactly("fetched ts_wep 1/2", "fetched cwfs 2/2", DONE.toString());
    }

    /** A terminal after Ctrl-S, a console that is stopped: a write to it never returns. */
    @Test
    @Timeout(30)
    void goesOnWhereNobodyListens() {
        CountDownLatch never = new CountDownLatch(1);
        PrintStream deaf = new PrintStream(new Deaf(never), true, StandardCharsets.UTF_8);
        Reporter reporter = new UnblockedReporter(new DocumentReporter(deaf), Duration.ofMillis(50));

        for (int i = 0; i < 10_000; i++) {
            reporter.progress("fetched", "ts_wep", i, 10_000);
        }
        reporter.ended(DONE);

        assertThat(never.getCount()).isEqualTo(1);
    }

    private static Reporter listing(List<String> heard) {
        return new Reporter() {
            @Override
            public void progress(String step, String subject, int done, int total) {
                heard.add(step + " " + subject + " " + done + "/" + total);
            }

            @Override
            public void ended(Outcome outcome) {
                heard.add(outcome.toString());
            }
        };
    }

    private static final class Deaf extends OutputStream {
        private final CountDownLatch never;

        Deaf(CountDownLatch never) {
            this.never = never;
        }

        @Override
        public void write(int octet) throws IOException {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
