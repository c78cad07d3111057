package org.obsenv.console.csc;

import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.CscReader;
import org.obsenv.domain.Known;
import org.obsenv.words.Words;

/** The CSCs under test, read again with every look at the environment. Lives on the FX thread. */
public final class CscViewModel {
    private final CscReader reader;
    private final InstantSource clock;
    private final CscTexts texts;
    private final Newest question;
    private final ReadOnlyObjectWrapper<CscLook> look = new ReadOnlyObjectWrapper<>(new CscLook.None());

    public CscViewModel(ReadingFeed feed, CscReader reader, BackgroundRunner runner, InstantSource clock, Words words) {
        this.reader = reader;
        this.clock = clock;
        this.texts = new CscTexts(words);
        this.question = new Newest(runner, Lane.JOURNAL);
        feed.sightProperty().subscribe(this::read);
    }

    private void read() {
        question.ask(
                reader::read,
                known -> look.set(texts.look(known, clock.instant())),
                bug -> look.set(texts.look(
                        Known.unknown(Optional.ofNullable(bug.getMessage()).orElse(bug.toString())), clock.instant())));
    }

    public ReadOnlyObjectProperty<CscLook> lookProperty() {
        return look.getReadOnlyProperty();
    }
}
