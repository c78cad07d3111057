package org.obsenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.environment.HandMadeLayout.NOW;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;

class TimeLimitedReaderTest {
    private static final List<PackageName> NAMES = List.of(new PackageName("ts_wep"));
    private static final EnvironmentReading LATE =
            EnvironmentReading.unreadable("Summit", NOW, NAMES, "the environment did not answer in 1 s");
    private static final EnvironmentReading FINE = EnvironmentReading.unreadable("Summit", NOW, List.of(), "fine");

    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void aMountThatNeverAnswersIsUnknownAndIsAskedOnce() {
        try (TimeLimitedReader reader =
                new TimeLimitedReader(new Stuck(), "Summit", NAMES, Duration.ofSeconds(1), InstantSource.fixed(NOW))) {
            assertThat(reader.refresh()).isEqualTo(LATE);
            assertThat(Verdict.of(LATE)).isEqualTo(new Verdict.Unknown(1, 0, 1));
            assertThat(LATE.current()).isInstanceOf(SwitchState.Unknown.class);
            assertThat(reader.rescan()).isEqualTo(LATE);
            assertThat(looks).hasValue(1);

            letGo.countDown();
            Awaitility.await().untilAsserted(() -> assertThat(reader.refresh()).isEqualTo(FINE));
        }
    }

    private final class Stuck implements EnvironmentReader {
        @Override
        public EnvironmentReading refresh() {
            looks.incrementAndGet();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return FINE;
        }

        @Override
        public EnvironmentReading rescan() {
            return refresh();
        }

        @Override
        public void close() {}
    }
}
