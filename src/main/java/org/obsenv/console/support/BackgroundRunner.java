package org.obsenv.console.support;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** The one way from the FX thread to a port and back. Called on the FX thread; only immutable values cross. */
public interface BackgroundRunner extends AutoCloseable {
    /**
     * Runs the work on a thread of that lane and hands its answer to the FX thread.
     *
     * @param answer called on the FX thread with what the work returned
     * @param bug called on the FX thread instead, with what the work threw
     */
    <T> void run(Lane lane, Supplier<T> work, Consumer<T> answer, Consumer<RuntimeException> bug);

    /** From a lane's thread: does something on the FX thread, in the order of the calls. */
    void tell(Runnable news);

    /** Takes no more work; what runs is left to end by itself. */
    @Override
    void close();
}
