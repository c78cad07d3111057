package org.obsenv.app;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;

/** What a workstation's look at the environment is worth while its mount is stale: it does not come back. */
final class SilentMount {
    private volatile CountDownLatch silence = new CountDownLatch(0);

    void begin() {
        silence = new CountDownLatch(1);
    }

    void end() {
        silence.countDown();
    }

    /** That reader, through this mount. */
    EnvironmentReader over(EnvironmentReader reader) {
        return new EnvironmentReader() {
            @Override
            public EnvironmentReading refresh() {
                return look(reader::refresh);
            }

            @Override
            public EnvironmentReading rescan() {
                return look(reader::rescan);
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }

    private EnvironmentReading look(Supplier<EnvironmentReading> question) {
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return question.get();
    }
}
