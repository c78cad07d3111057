package org.obsenv.console.pull;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.reading.Sight;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;

/** A pass of the auto-pull that a maintainer asks for. Lives on the FX thread. */
public final class PullViewModel {
    private final ReadingFeed feed;
    private final VerbRun verb;
    private final Words words;
    private final String workstation;
    private final ObjectProperty<Permission> permission =
            new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<PullState> state = new ReadOnlyObjectWrapper<>(new PullState.Absent());
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** {@code workstation}: this machine's name, for the journal. */
    public PullViewModel(ReadingFeed feed, VerbRun verb, Words words, String workstation) {
        this.feed = feed;
        this.verb = verb;
        this.words = words;
        this.workstation = workstation;
        feed.sightProperty().subscribe(this::renew);
        permission.subscribe(this::renew);
    }

    private void renew() {
        if (!(state.get() instanceof PullState.Running)) {
            state.set(idle());
        }
    }

    private PullState idle() {
        boolean isPulled =
                seen().filter(each -> !(each instanceof SwitchState.WatchOnly)).isPresent();
        if (!isPulled) {
            return new PullState.Absent();
        }
        return permission.get() instanceof Permission.Denied
                ? new PullState.Blocked(words.text("pull.denied"))
                : new PullState.Offered();
    }

    private Optional<SwitchState> seen() {
        return feed.sight() instanceof Sight.Seen(EnvironmentReading reading)
                ? Optional.of(reading.current())
                : Optional.empty();
    }

    /** Asks for a pass now; does nothing while one runs, or where it is not offered. */
    public void pull() {
        if (!(state.get() instanceof PullState.Offered)) {
            return;
        }
        dismiss();
        state.set(new PullState.Running(words.text("pull.asking")));
        verb.start(
                new Request(Verb.SYNC, new Saw.Nothing(), Optional.empty(), Optional.empty(), Optional.of(workstation)),
                seen().orElseGet(() -> new SwitchState.Unknown("not seen")),
                (outcome, reading) -> false,
                this::progress,
                this::ended);
    }

    private void progress(Event.Progress step) {
        if (state.get() instanceof PullState.Running) {
            state.set(new PullState.Running(words.text("pull.running", "done", step.done(), "total", step.total())));
        }
    }

    private void ended(Ending now) {
        ending.set(Optional.of(now));
        state.set(idle());
    }

    /** The ending was read. */
    public void dismiss() {
        verb.forget();
        ending.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<PullState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Ending>> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    public ObjectProperty<Permission> permissionProperty() {
        return permission;
    }
}
