package org.obsenv.console.resume;

import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;

/** The hold, what resuming would bring, and resuming. Lives on the FX thread. */
public final class ResumeViewModel {
    private static final int COMMITS_SHOWN = 4;

    private final ReadingFeed feed;
    private final VerbRun verb;
    private final ChangeReader changes;
    private final BackgroundRunner runner;
    private final InstantSource clock;
    private final Holds holds;
    private final String workstation;
    private final ObjectProperty<Permission> permission =
            new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<ResumeState> state = new ReadOnlyObjectWrapper<>(new ResumeState.NotHeld());
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableMap<PackageName, Known<CommitRange>> commits = FXCollections.observableHashMap();
    private final ObservableMap<PackageName, Known<CommitRange>> commitsView =
            FXCollections.unmodifiableObservableMap(commits);
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty initials = new SimpleStringProperty("");

    public ResumeViewModel(
            ReadingFeed feed,
            VerbRun verb,
            ChangeReader changes,
            BackgroundRunner runner,
            InstantSource clock,
            Words words,
            String workstation) {
        this.feed = feed;
        this.verb = verb;
        this.changes = changes;
        this.runner = runner;
        this.clock = clock;
        this.holds = new Holds(words);
        this.workstation = workstation;
        feed.sightProperty().subscribe(this::renew);
    }

    /** A second went by: ages grow. */
    public void tick() {
        renew();
    }

    private void renew() {
        switch (state.get()) {
            case ResumeState.NotHeld none -> look();
            case ResumeState.Held held -> look();
            // What is being looked at stays as it was looked at, as long as the environment is held at all.
            case ResumeState.Previewing previewing -> {
                if (feed.sight() instanceof Sight.Seen(EnvironmentReading reading)
                        && !(reading.current() instanceof SwitchState.Held)) {
                    look();
                }
            }
            case ResumeState.Running running -> {}
        }
    }

    private void look() {
        state.set(holds.of(feed.sight(), clock.instant())
                .<ResumeState>map(ResumeState.Held::new)
                .orElseGet(ResumeState.NotHeld::new));
    }

    /** Whether the preview may be opened: not when it is known that this person may not resume. */
    public boolean mayResume() {
        return !(permission.get() instanceof Permission.Denied);
    }

    /** Shows what resuming would bring. */
    public void preview() {
        if (!(state.get() instanceof ResumeState.Held(Hold hold)) || !mayResume()) {
            return;
        }
        commits.clear();
        reason.set("");
        verb.forget();
        ending.set(Optional.empty());
        state.set(new ResumeState.Previewing(hold));
        for (Hold.Bring each : hold.known()) {
            runner.run(
                    Lane.CHANGES,
                    () -> changes.commits(each.name(), each.from(), each.to(), COMMITS_SHOWN),
                    range -> commits.put(each.name(), range),
                    bug -> commits.put(
                            each.name(),
                            Known.unknown(Optional.ofNullable(bug.getMessage()).orElse(bug.toString()))));
        }
    }

    /** Leaves the preview; false when it was not open. */
    public boolean close() {
        if (!(state.get() instanceof ResumeState.Previewing)) {
            return false;
        }
        look();
        return true;
    }

    /** Resumes, as it was previewed. */
    public void confirm() {
        if (!(state.get() instanceof ResumeState.Previewing(Hold hold))) {
            return;
        }
        SwitchState left = feed.sight()
                .shown()
                .map(EnvironmentReading::current)
                .orElseGet(() -> new SwitchState.Unknown("not seen"));
        state.set(new ResumeState.Running(hold));
        verb.start(
                new Request(
                        Verb.RESUME,
                        new Saw.Current(hold.token()),
                        given(reason),
                        given(initials),
                        Optional.of(workstation)),
                left,
                (outcome, reading) -> reading.current() instanceof SwitchState.Following,
                step -> {},
                this::ended);
    }

    private static Optional<String> given(StringProperty text) {
        return Optional.of(text.get().strip()).filter(each -> !each.isEmpty());
    }

    private void ended(Ending now) {
        ending.set(Optional.of(now));
        // As long as the disk does not show it, the hold that is still seen is not offered to be ended again.
        if (state.get() instanceof ResumeState.Running && !now.isAwaited()) {
            look();
        }
    }

    /** The ending was read. */
    public void dismiss() {
        verb.forget();
        ending.set(Optional.empty());
        if (state.get() instanceof ResumeState.Running) {
            look();
        }
    }

    public ReadOnlyObjectProperty<ResumeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The commits each package would get, as they come in. */
    public ObservableMap<PackageName, Known<CommitRange>> commits() {
        return commitsView;
    }

    public ReadOnlyObjectProperty<Optional<Ending>> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    public ObjectProperty<Permission> permissionProperty() {
        return permission;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    /** Who sits at a shared account; may stay empty. */
    public StringProperty initialsProperty() {
        return initials;
    }
}
