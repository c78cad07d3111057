package org.obsenv.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.obsenv.console.ManualTime;
import org.obsenv.console.RecordingPorts;
import org.obsenv.console.Sample;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.words.Words;

class ReadingFeedTest {
    /** Looks that come back when the test lets them. */
    private static final class SlowRunner implements BackgroundRunner {
        private final Deque<Runnable> looks = new ArrayDeque<>();

        @Override
        public <T> void run(Lane lane, Supplier<T> work, Consumer<T> answer, Consumer<RuntimeException> bug) {
            assertThat(lane).isEqualTo(Lane.READING);
            looks.add(() -> {
                T value;
                try {
                    value = work.get();
                } catch (RuntimeException e) {
                    bug.accept(e);
                    return;
                }
                answer.accept(value);
            });
        }

        @Override
        public void tell(Runnable news) {
            news.run();
        }

        @Override
        public void close() {}
    }

    private final ManualTime time = new ManualTime(Sample.NOW);
    private final RecordingPorts ports = new RecordingPorts(() -> Sample.following(time.instant()));
    private final SlowRunner runner = new SlowRunner();
    private final List<Sight> seen = new ArrayList<>();
    private final ReadingFeed feed = new ReadingFeed(
            ports,
            runner,
            time,
            time,
            Words.of("console"),
            "Summit",
            Sample.site(Duration.ZERO).packageNames(),
            Duration.ofSeconds(2));

    private void start() {
        feed.sightProperty().subscribe((before, now) -> seen.add(now));
        feed.start();
    }

    private void comeBack() {
        runner.looks.removeFirst().run();
    }

    @Test
    void asksOneLookAtATime() {
        start();
        time.pass(Duration.ofSeconds(8));
        assertThat(runner.looks).hasSize(1);
        comeBack();
        time.pass(Duration.ofSeconds(2));
        assertThat(runner.looks).hasSize(1);
    }

    @Test
    void aRescanDropsTheAnswerThatWasUnderWay() {
        start();
        feed.rescan();
        feed.rescan();
        comeBack();
        assertThat(seen).isEmpty();
        assertThat(runner.looks).hasSize(1);
        comeBack();
        assertThat(ports.rescans).isEqualTo(1);
        assertThat(seen).containsExactly(new Sight.Seen(Sample.following(time.instant())));
    }

    @Test
    void aLookThatDoesNotComeBackMakesEverythingUnknownSinceItWasLastKnown() {
        start();
        comeBack();
        time.pass(Duration.ofSeconds(14));
        assertThat(feed.sight()).isInstanceOf(Sight.Blind.class);
        Sight.Blind blind = (Sight.Blind) feed.sight();
        assertThat(blind.since()).isEqualTo(Sample.NOW.minusSeconds(2));
        assertThat(blind.reading().packages())
                .hasSize(16)
                .allMatch(each -> each.runningDrift() instanceof Drift.Unknown);
    }

    @Test
    void theSightComesBackWithTheLook() {
        start();
        time.pass(Duration.ofSeconds(14));
        assertThat(feed.sight()).isInstanceOf(Sight.Blind.class);
        comeBack();
        assertThat(feed.sight()).isInstanceOf(Sight.Seen.class);
    }

    @Test
    void anUnreadableEnvironmentIsBlindSinceTheLastGoodLook() {
        start();
        comeBack();
        ports.reading = () -> Sample.unreadable(time.instant());
        for (int i = 0; i < 5; i++) {
            time.pass(Duration.ofSeconds(2));
            comeBack();
        }
        EnvironmentReading last = Sample.unreadable(time.instant());
        assertThat(feed.sight()).isEqualTo(new Sight.Blind(last, Sample.NOW.minusSeconds(2)));
    }

    @Test
    void aReaderThatBreaksIsBlindAndIsAskedAgain() {
        start();
        ports.reading = () -> {
            throw new IllegalStateException("broken reader");
        };
        comeBack();
        assertThat(feed.sight()).isInstanceOf(Sight.Blind.class);
        assertThat(((Sight.Blind) feed.sight()).reading().problems())
                .containsExactly("Reading the environment ended by an error: broken reader");
        time.pass(Duration.ofSeconds(2));
        assertThat(runner.looks).hasSize(1);
    }
}
