package org.obsenv.console.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.handover.Handover;
import org.obsenv.domain.handover.HandoverKeeper;
import org.obsenv.domain.handover.HandoverReader;
import org.obsenv.domain.timeline.Night;
import org.obsenv.words.HandoverWords;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What the night hands to the day, put together when somebody asks for it. Lives on the FX thread. */
public final class HandoverViewModel {
    private final ReadingFeed feed;
    private final HandoverReader reader;
    private final HandoverKeeper keeper;
    private final Newest question;
    private final Newest keeping;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Words words = Words.of("handover");
    private final HandoverWords texts;
    private final ReadOnlyObjectWrapper<HandoverState> state = new ReadOnlyObjectWrapper<>(new HandoverState.Closed());
    private final StringProperty file = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");

    /** @param zone the site's */
    public HandoverViewModel(
            ReadingFeed feed,
            HandoverReader reader,
            HandoverKeeper keeper,
            BackgroundRunner runner,
            InstantSource clock,
            ZoneId zone) {
        this.feed = feed;
        this.reader = reader;
        this.keeper = keeper;
        this.question = new Newest(runner, Lane.TIMELINE);
        this.keeping = new Newest(runner, Lane.NOTEBOOKS);
        this.clock = clock;
        this.zone = zone;
        this.texts = new HandoverWords(zone);
    }

    /** Puts it together, of the environment as it is on show. */
    public void open() {
        kept.set("");
        Optional<EnvironmentReading> shown = feed.sight().shown();
        if (shown.isEmpty()) {
            state.set(new HandoverState.Blind(words.text("page.not-read")));
            return;
        }
        Instant now = clock.instant();
        Night night = Night.at(now, zone);
        file.set(words.text("page.file", "day", night.day()));
        state.set(new HandoverState.Reading());
        question.ask(
                () -> reader.read(shown.get(), night, now),
                this::answered,
                bug -> state.set(new HandoverState.Blind(
                        Visible.line(Optional.ofNullable(bug.getMessage()).orElse(bug.toString())))));
    }

    private void answered(Handover handover) {
        state.set(new HandoverState.Open(
                texts.title(handover), texts.written(handover), texts.sections(handover), texts.markdown(handover)));
    }

    /** Back to the timeline; false when that is in front already. */
    public boolean close() {
        question.forget();
        boolean wasOpen = !(state.get() instanceof HandoverState.Closed);
        state.set(new HandoverState.Closed());
        return wasOpen;
    }

    /** Keeps the text in the file that is named. */
    public void save() {
        if (state.get() instanceof HandoverState.Open open && !file.get().isBlank()) {
            kept.set(words.text("page.saving"));
            String name = file.get().strip();
            keeping.ask(
                    () -> keeper.keep(name, open.text()),
                    answer -> kept.set(said(answer)),
                    bug -> kept.set(words.text("page.not-kept", "file", Visible.line(name), "reason", bug.toString())));
        }
    }

    private String said(HandoverKeeper.Kept answer) {
        return switch (answer) {
            case HandoverKeeper.Kept.In(String name) -> words.text("page.kept", "file", Visible.line(name));
            case HandoverKeeper.Kept.Taken(String name) -> words.text("page.taken", "file", Visible.line(name));
            case HandoverKeeper.Kept.Failed(String name, String reason) ->
                words.text("page.not-kept", "file", Visible.line(name), "reason", Visible.line(reason));
        };
    }

    public ReadOnlyObjectProperty<HandoverState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where it would be kept: absolute, or in the home directory. */
    public StringProperty fileProperty() {
        return file;
    }

    /** What became of keeping it; empty while nobody asked. */
    public ReadOnlyStringProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    Words words() {
        return words;
    }
}
