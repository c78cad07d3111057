package org.obsenv.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.obsenv.console.changes.Asked;
import org.obsenv.console.environment.EnvironmentViewModel;

/**
 * A state of the console to photograph: how it is brought about, what is done for each of its pictures, and how it is
 * left, so that the next one begins where the demo did. Nothing here is called on the FX thread.
 */
record Scene(String state, boolean isMain, Detail detail, Act begin, Act before, Act after, Act end) {
    /** Something that is done, on the disk or in the window. */
    interface Act {
        void run() throws IOException;
    }

    /** Whether a package's detail is open below the table. */
    enum Detail {
        CLOSED,
        /** As a window opens it by itself: where there is room. */
        WHERE_ROOMY,
        OPEN
    }

    private static final Act NOTHING = () -> {};

    static Scene of(String state, Act begin) {
        return new Scene(state, false, Detail.CLOSED, begin, NOTHING, NOTHING, NOTHING);
    }

    /** Also photographed at 200 %. */
    Scene main() {
        return new Scene(state, true, detail, begin, before, after, end);
    }

    Scene with(Detail wanted) {
        return new Scene(state, isMain, wanted, begin, before, after, end);
    }

    /** For what does not stay until the next picture. */
    Scene eachTime(Act first, Act last) {
        return new Scene(state, isMain, detail, begin, first, last, end);
    }

    Scene leftBy(Act last) {
        return new Scene(state, isMain, detail, begin, before, after, last);
    }

    void play(ConsoleAtWork console, Photographer photographer) {
        try {
            begin.run();
            photographer.take(state, console, size -> prepare(console, size), () -> run(after));
            end.run();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("in the scene " + state, e);
        }
    }

    private void prepare(ConsoleAtWork console, Photographer.Size size) {
        boolean open = detail == Detail.OPEN || (detail == Detail.WHERE_ROOMY && size.isRoomy());
        ConsoleAtWork.onFx(() -> {
            EnvironmentViewModel environment = console.model().environment();
            if (open) {
                environment.chooseWorst();
            } else {
                environment.closeDetail();
            }
        });
        run(before);
        // The detail's commits and diff come in the background.
        ConsoleAtWork.until(() -> ConsoleAtWork.ask(
                () -> !(console.model().changes().diffProperty().get() instanceof Asked.Waiting)));
    }

    private static void run(Act act) {
        try {
            act.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
