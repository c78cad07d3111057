package org.obsenv.console;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;

/** Does the work at once, on the calling thread. */
public final class SameThreadRunner implements BackgroundRunner {
    @Override
    public <T> void run(Lane lane, Supplier<T> work, Consumer<T> answer, Consumer<RuntimeException> bug) {
        T value;
        try {
            value = work.get();
        } catch (RuntimeException e) {
            bug.accept(e);
            return;
        }
        answer.accept(value);
    }

    @Override
    public void tell(Runnable news) {
        news.run();
    }

    @Override
    public void close() {}
}
