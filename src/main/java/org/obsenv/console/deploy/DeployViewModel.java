package org.obsenv.console.deploy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Expiry;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Permission;
import org.obsenv.domain.RevisionReader;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Deployed;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;

/** What is to be put on sky for a test, what that would move, and doing it. Lives on the FX thread. */
public final class DeployViewModel {
    private final ReadingFeed feed;
    private final VerbRun verb;
    private final RevisionReader reader;
    private final Revisions revisions;
    private final BackgroundRunner runner;
    private final InstantSource clock;
    private final Words words;
    private final String workstation;
    private final ObjectProperty<Permission> permission =
            new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<DeployState> state = new ReadOnlyObjectWrapper<>(new DeployState.Closed());
    private final ObservableList<DeployLine> lines = FXCollections.observableArrayList();
    // Kept: a view listens weakly to what is behind it, and would be collected with the listeners it was given.
    private final ObservableList<DeployLine> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ObservableMap<PackageName, List<String>> names = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Optional<String>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private final StringProperty initials = new SimpleStringProperty("");

    public DeployViewModel(
            ReadingFeed feed,
            VerbRun verb,
            RevisionReader reader,
            BackgroundRunner runner,
            InstantSource clock,
            Words words,
            String workstation) {
        this.feed = feed;
        this.verb = verb;
        this.reader = reader;
        this.revisions = new Revisions(reader);
        this.runner = runner;
        this.clock = clock;
        this.words = words;
        this.workstation = workstation;
        reason.subscribe(this::judge);
        until.subscribe(this::judge);
        lines.subscribe(this::judge);
    }

    /** Whether it may be opened: not when it is known that this person may not, nor while one runs. */
    public boolean mayDeploy() {
        return !(permission.get() instanceof Permission.Denied) && !(state.get() instanceof DeployState.Running);
    }

    /** Takes a package into the test; the first one opens it. */
    public void add(PackageName name) {
        if (!mayDeploy() || !(state.get() instanceof DeployState.Choosing || begin())) {
            return;
        }
        if (lines.stream().noneMatch(each -> each.name().equals(name))) {
            lines.add(new DeployLine(name, "", new DeployLine.Untyped()));
            runner.run(
                    Lane.CHANGES,
                    () -> reader.names(name),
                    found -> names.put(name, found.found().orElse(List.of())),
                    bug -> names.put(name, List.of()));
        }
    }

    private boolean begin() {
        SwitchState left = feed.sight()
                .shown()
                .map(EnvironmentReading::current)
                .orElseGet(() -> new SwitchState.Unknown("not seen"));
        Optional<SwitchToken> token =
                switch (left) {
                    case SwitchState.Following(var running, SwitchToken link) -> Optional.of(link);
                    case SwitchState.Held(var running, SwitchToken link, var by, var resuming) -> Optional.of(link);
                    case SwitchState.WatchOnly none -> Optional.empty();
                    case SwitchState.Unknown none -> Optional.empty();
                };
        if (token.isPresent()) {
            verb.forget();
            ending.set(Optional.empty());
            lines.clear();
            reason.set("");
            until.set("");
            state.set(new DeployState.Choosing(token.get(), left));
        }
        return token.isPresent();
    }

    /** A revision is typed or chosen; an answer about what was typed before is dropped. */
    public void type(PackageName name, String text) {
        String typed = text.strip();
        if (lines.stream()
                .noneMatch(each -> each.name().equals(name) && !each.typed().equals(typed))) {
            return;
        }
        lines.replaceAll(each -> each.name().equals(name) ? each.typed(typed) : each);
        if (typed.isEmpty()) {
            return;
        }
        Optional<PackageReading> seen = feed.sight().shown().flatMap(reading -> reading.packages().stream()
                .filter(each -> each.name().equals(name))
                .findFirst());
        runner.run(
                Lane.CHANGES,
                () -> revisions.look(name, typed, seen),
                found -> looked(name, typed, found),
                bug -> looked(
                        name,
                        typed,
                        new DeployLine.NotHere(
                                Optional.ofNullable(bug.getMessage()).orElse(bug.toString()))));
    }

    private void looked(PackageName name, String typed, DeployLine.Look found) {
        lines.replaceAll(each -> each.name().equals(name) && each.typed().equals(typed) ? each.looking(found) : each);
    }

    /** Leaves a package out again; without any there is no test. */
    public void remove(PackageName name) {
        lines.removeIf(each -> each.name().equals(name));
        if (lines.isEmpty()) {
            close();
        }
    }

    /** Leaves it; false when it was not open. */
    public boolean close() {
        if (!(state.get() instanceof DeployState.Choosing)) {
            return false;
        }
        state.set(new DeployState.Closed());
        return true;
    }

    private void judge() {
        blocked.set(why());
    }

    private Optional<String> why() {
        boolean isWhole = lines.stream()
                .noneMatch(
                        each -> each.look() instanceof DeployLine.Untyped || each.look() instanceof DeployLine.Reading);
        if (!isWhole) {
            return Optional.of(words.text("deploy.blocked.revision"));
        }
        if (given(reason).isEmpty()) {
            return Optional.of(words.text("deploy.blocked.reason"));
        }
        return given(until).isPresent() && end().isEmpty()
                ? Optional.of(words.text("deploy.blocked.until"))
                : Optional.empty();
    }

    private Optional<Instant> end() {
        return given(until).flatMap(text -> Expiry.parse(text, clock.instant()));
    }

    /** Does it, as it is shown. */
    public void confirm() {
        judge();
        if (!(state.get() instanceof DeployState.Choosing(SwitchToken token, SwitchState left))
                || blocked.get().isPresent()) {
            return;
        }
        List<DeployLine> asked = List.copyOf(lines);
        state.set(new DeployState.Running());
        verb.start(
                new Request(
                        Verb.DEPLOY,
                        new Saw.Current(token),
                        new Aim.Deploy(
                                asked.stream()
                                        .map(each -> new Deployed(each.name(), each.typed(), each.commit()))
                                        .toList(),
                                end()),
                        given(reason),
                        given(initials),
                        Optional.of(workstation)),
                left,
                (outcome, reading) -> isDone(asked, reading),
                step -> {},
                this::ended);
    }

    private static boolean isDone(List<DeployLine> asked, EnvironmentReading reading) {
        return reading.current() instanceof SwitchState.Held
                && asked.stream()
                        .allMatch(line -> line.commit().isEmpty()
                                || reading.packages().stream()
                                        .anyMatch(each -> each.name().equals(line.name())
                                                && each.running().found().equals(line.commit())));
    }

    private static Optional<String> given(StringProperty text) {
        return Optional.of(text.get().strip()).filter(each -> !each.isEmpty());
    }

    private void ended(Ending now) {
        ending.set(Optional.of(now));
        if (state.get() instanceof DeployState.Running && !now.isAwaited()) {
            state.set(new DeployState.Closed());
        }
    }

    /** The ending was read. */
    public void dismiss() {
        verb.forget();
        ending.set(Optional.empty());
        if (state.get() instanceof DeployState.Running) {
            state.set(new DeployState.Closed());
        }
    }

    public ReadOnlyObjectProperty<DeployState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObservableList<DeployLine> lines() {
        return linesView;
    }

    /** Branches and tags of each package, as they come in. */
    public ObservableMap<PackageName, List<String>> names() {
        return names;
    }

    /** Why it cannot be done as it stands; empty when it can. */
    public ReadOnlyObjectProperty<Optional<String>> blockedProperty() {
        return blocked.getReadOnlyProperty();
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

    /** As {@link Expiry} reads it; may stay empty. */
    public StringProperty untilProperty() {
        return until;
    }

    public StringProperty initialsProperty() {
        return initials;
    }
}
