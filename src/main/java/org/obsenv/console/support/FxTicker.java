package org.obsenv.console.support;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/** Time as the FX toolkit counts it: monotonic, so that a corrected wall clock neither skips nor stretches a countdown. */
public final class FxTicker implements Ticker {
    @Override
    public Ticking every(Duration period, Runnable call) {
        return start(period, call, Animation.INDEFINITE);
    }

    @Override
    public Ticking after(Duration delay, Runnable call) {
        return start(delay, call, 1);
    }

    private static Ticking start(Duration duration, Runnable call, int cycles) {
        Timeline timeline = new Timeline(
                new KeyFrame(javafx.util.Duration.millis((double) duration.toMillis()), event -> call.run()));
        timeline.setCycleCount(cycles);
        timeline.play();
        return timeline::stop;
    }
}
