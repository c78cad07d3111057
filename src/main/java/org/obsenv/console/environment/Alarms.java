package org.obsenv.console.environment;

import java.util.ArrayList;
import java.util.List;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What is wrong with an environment as a whole, one sentence each. Pure. */
final class Alarms {
    private final Words words;

    Alarms(Words words) {
        this.words = words;
    }

    List<String> of(EnvironmentReading reading) {
        List<String> told = new ArrayList<>();
        switch (reading.base()) {
            case BaseState.Built built -> {}
            case BaseState.WatchOnly watch -> {}
            case BaseState.Edited edited ->
                told.add(words.text(
                        "alarm.edited", "generation", edited.generation().number()));
            case BaseState.NotBuilt none -> told.add(words.text("alarm.not-built"));
            case BaseState.Unknown unknown ->
                told.add(words.text("alarm.base-unknown", "reason", Visible.line(unknown.reason())));
        }
        reading.problems().forEach(each -> told.add(Visible.line(each)));
        return told;
    }
}
