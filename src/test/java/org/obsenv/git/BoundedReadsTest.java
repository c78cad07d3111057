package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;

class BoundedReadsTest {
    private static final PackageName STUCK = new PackageName("stuck");
    private static final PackageName FINE = new PackageName("fine");

    private final CountDownLatch letGo = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger entered = new AtomicInteger();

    @Test
    void leavesOutWhatDoesNotAnswerAndSendsNoSecondThreadAfterIt() throws InterruptedException {
        BoundedReads reads = new BoundedReads(Duration.ofSeconds(1), 1);
        Map<PackageName, Known<String>> expected =
                Map.of(STUCK, Known.unknown("its repository did not answer in 1 s"), FINE, Known.of("read fine"));

        assertThat(reads.all(List.of(STUCK, FINE), this::read)).isEqualTo(expected);
        assertThat(reads.all(List.of(STUCK, FINE), this::read)).isEqualTo(expected);
        assertThat(entered).hasValue(1);

        letGo.countDown();
        ended.await();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("read-stuck"))
                .forEach(BoundedReadsTest::join);
        assertThat(reads.one(STUCK, this::read)).isEqualTo(Known.of("read stuck"));
    }

    @Test
    void keepsAFailureToItsPackage() {
        BoundedReads reads = new BoundedReads(Duration.ofSeconds(60), 2);

        assertThat(reads.all(List.of(STUCK, FINE), name -> {
                    if (name.equals(STUCK)) {
                        throw new NoSuchFileException("/opt/x");
                    }
                    return "read " + name;
                }))
                .isEqualTo(Map.of(STUCK, Known.unknown("/opt/x is not there"), FINE, Known.of("read fine")));
        assertThat(reads.one(FINE, name -> {
                    throw new IllegalStateException("odd");
                }))
                .isEqualTo(Known.unknown("its repository could not be read: java.lang.IllegalStateException: odd"));
    }

    private String read(PackageName name) throws IOException {
        if (name.equals(STUCK)) {
            entered.incrementAndGet();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            ended.countDown();
        }
        return "read " + name;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPackageThatIsMerelyBusyIsWaitedFor() throws InterruptedException {
        BoundedReads reads = new BoundedReads(Duration.ofSeconds(60), 2);
        Thread first = Thread.ofPlatform().start(() -> reads.one(STUCK, this::read));
        Awaitility.await().untilAsserted(() -> assertThat(entered).hasValue(1));

        Thread.ofPlatform().start(letGo::countDown);

        assertThat(reads.one(STUCK, name -> "second " + name)).isEqualTo(Known.of("second stuck"));
        first.join();
    }
}
