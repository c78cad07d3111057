package org.obsenv.console.alarm;

import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.trace.AlarmReader;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;

/** The alarms, read again with every look at the environment, and acknowledging one. Lives on the FX thread. */
public final class AlarmViewModel {
    /** What is asked of the person. */
    public sealed interface Form {
        record Closed() implements Form {}

        /** She says what comes of that alarm, as it was when she began. */
        record Open(AlarmLook.Detail alarm) implements Form {}

        record Running(AlarmLook.Detail alarm) implements Form {}
    }

    private final ReadingFeed feed;
    private final AlarmReader reader;
    private final VerbRun verb;
    private final InstantSource clock;
    private final Words words;
    private final String workstation;
    private final AlarmLooks looks;
    private final Newest question;
    private final ReadOnlyObjectWrapper<AlarmLook> look = new ReadOnlyObjectWrapper<>(new AlarmLook.None());
    private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>(new Form.Closed());
    private final ReadOnlyObjectWrapper<Optional<String>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Permission> permission =
            new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty initials = new SimpleStringProperty("");

    /** {@code workstation}: this machine's name, for the journal. */
    public AlarmViewModel(
            ReadingFeed feed,
            AlarmReader reader,
            VerbRun verb,
            BackgroundRunner runner,
            InstantSource clock,
            Words words,
            String workstation) {
        this.feed = feed;
        this.reader = reader;
        this.verb = verb;
        this.clock = clock;
        this.words = words;
        this.workstation = workstation;
        this.looks = new AlarmLooks(words);
        this.question = new Newest(runner, Lane.JOURNAL);
        note.subscribe(text -> judge());
        look.subscribe(now -> judge());
        feed.sightProperty().subscribe(sight -> read());
    }

    private void read() {
        question.ask(
                reader::read,
                known -> look.set(looks.of(known, clock.instant())),
                bug -> look.set(looks.of(
                        Known.unknown(Optional.ofNullable(bug.getMessage()).orElse(bug.toString())), clock.instant())));
    }

    /** Why she cannot acknowledge; empty where she can. */
    public Optional<String> barred() {
        return permission.get() instanceof Permission.Denied
                ? Optional.of(words.text("hold.maintainers-only"))
                : Optional.empty();
    }

    /** Asks for her note; does nothing where it is barred. */
    public void begin(AlarmLook.Detail alarm) {
        if (barred().isEmpty() && !(form.get() instanceof Form.Running)) {
            dismiss();
            note.set("");
            form.set(new Form.Open(alarm));
            judge();
        }
    }

    /** Leaves the form; false when it was not open. */
    public boolean close() {
        if (!(form.get() instanceof Form.Open)) {
            return false;
        }
        form.set(new Form.Closed());
        return true;
    }

    private void judge() {
        blocked.set(why());
    }

    private Optional<String> why() {
        if (!(form.get() instanceof Form.Open(AlarmLook.Detail alarm))) {
            return Optional.empty();
        }
        boolean isThere = look.get() instanceof AlarmLook.Shown shown
                && shown.details().stream()
                        .anyMatch(each ->
                                each.id().equals(alarm.id()) && each.raised().equals(alarm.raised()));
        if (!isThere) {
            return Optional.of(words.text("alarms.blocked.gone"));
        }
        return given(note).isEmpty() ? Optional.of(words.text("alarms.blocked.note")) : Optional.empty();
    }

    /** Asks for it: for the very alarm that was on the screen. */
    public void confirm() {
        judge();
        if (!(form.get() instanceof Form.Open(AlarmLook.Detail alarm))
                || blocked.get().isPresent()) {
            return;
        }
        form.set(new Form.Running(alarm));
        verb.start(
                new Request(
                        Verb.ACKNOWLEDGE,
                        new Saw.Nothing(),
                        new Aim.Acknowledge(alarm.id(), alarm.raised()),
                        given(note),
                        given(initials),
                        Optional.of(workstation)),
                left(),
                (outcome, reading) -> false,
                step -> {},
                this::ended);
    }

    private SwitchState left() {
        return feed.sight()
                .shown()
                .map(EnvironmentReading::current)
                .orElseGet(() -> new SwitchState.Unknown("not seen"));
    }

    private static Optional<String> given(StringProperty text) {
        return Optional.of(text.get().strip()).filter(each -> !each.isEmpty());
    }

    /** The verb's word is not the proof: what is on show afterwards is what the disk says. */
    private void ended(Ending now) {
        ending.set(Optional.of(now));
        form.set(new Form.Closed());
        feed.rescan();
        read();
    }

    /** The ending was read. */
    public void dismiss() {
        verb.forget();
        ending.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<AlarmLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Form> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** Why what is asked for cannot be done as it stands; empty when it can. */
    public ReadOnlyObjectProperty<Optional<String>> blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Ending>> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    public ObjectProperty<Permission> permissionProperty() {
        return permission;
    }

    public StringProperty noteProperty() {
        return note;
    }

    /** Who sits at a shared account; may stay empty. */
    public StringProperty initialsProperty() {
        return initials;
    }
}
