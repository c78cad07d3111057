package org.obsenv.console.letpass;

import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;

/** The refused head of the chosen package, and letting it pass. Lives on the FX thread. */
public final class LetPassViewModel {
    private final ReadingFeed feed;
    private final VerbRun verb;
    private final InstantSource clock;
    private final Words words;
    private final RefusedTexts texts;
    private final String workstation;
    private Optional<PackageName> chosen = Optional.empty();
    private final ObjectProperty<Permission> permission =
            new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<LetPassState> state = new ReadOnlyObjectWrapper<>(new LetPassState.Absent());
    private final ReadOnlyObjectWrapper<Optional<String>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper consequence = new ReadOnlyStringWrapper("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty initials = new SimpleStringProperty("");

    /** {@code workstation}: this machine's name, for the journal. */
    public LetPassViewModel(ReadingFeed feed, VerbRun verb, InstantSource clock, Words words, String workstation) {
        this.feed = feed;
        this.verb = verb;
        this.clock = clock;
        this.words = words;
        this.texts = new RefusedTexts(words);
        this.workstation = workstation;
        feed.sightProperty().subscribe(this::renew);
        state.subscribe(() -> consequence.set(consequence()));
        reason.subscribe(this::judge);
    }

    /** The package whose detail is open. Another one leaves what was begun with the one before. */
    public void choose(Optional<PackageName> name) {
        if (!name.equals(chosen)) {
            chosen = name;
            if (!(state.get() instanceof LetPassState.Running)) {
                tell();
            }
        }
    }

    private void renew() {
        switch (state.get()) {
            case LetPassState.Absent none -> tell();
            case LetPassState.Told told -> tell();
            // What she reads stays as it was; that it is not so any more, she is told.
            case LetPassState.Choosing choosing -> judge();
            case LetPassState.Running running -> {}
        }
        consequence.set(consequence());
    }

    private void tell() {
        state.set(chosen.flatMap(this::seen)
                .<LetPassState>map(LetPassState.Told::new)
                .orElseGet(LetPassState.Absent::new));
    }

    private Optional<RefusedHead> seen(PackageName name) {
        return feed.sight()
                .shown()
                .flatMap(reading -> reading.packages().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .flatMap((PackageReading each) -> texts.of(each, clock.instant()));
    }

    /** Why it cannot be let pass from here; empty where it can. */
    public Optional<String> barred() {
        return permission.get() instanceof Permission.Denied
                ? Optional.of(words.text("hold.maintainers-only"))
                : head().flatMap(RefusedHead::barred);
    }

    private Optional<RefusedHead> head() {
        return switch (state.get()) {
            case LetPassState.Absent none -> Optional.empty();
            case LetPassState.Told(RefusedHead head) -> Optional.of(head);
            case LetPassState.Choosing(RefusedHead head) -> Optional.of(head);
            case LetPassState.Running(RefusedHead head) -> Optional.of(head);
        };
    }

    /** Opens the form; does nothing where it is barred. */
    public void begin() {
        if (state.get() instanceof LetPassState.Told(RefusedHead head) && barred().isEmpty()) {
            dismiss();
            reason.set("");
            state.set(new LetPassState.Choosing(head));
            judge();
        }
    }

    /** Leaves the form; false when it was not open. */
    public boolean close() {
        if (!(state.get() instanceof LetPassState.Choosing)) {
            return false;
        }
        tell();
        return true;
    }

    private void judge() {
        blocked.set(why());
    }

    private Optional<String> why() {
        if (!(state.get() instanceof LetPassState.Choosing(RefusedHead head))) {
            return Optional.empty();
        }
        if (seen(head.name()).filter(head::isSameCommit).isEmpty()) {
            return Optional.of(words.text("let-pass.blocked.moved"));
        }
        return given(reason).isEmpty() ? Optional.of(words.text("let-pass.blocked.reason")) : Optional.empty();
    }

    /** What letting it pass does, as the environment stands: renewed with every look, also under an open form. */
    public ReadOnlyStringProperty consequenceProperty() {
        return consequence.getReadOnlyProperty();
    }

    private String consequence() {
        String commit = head().map(each -> each.commit().abbreviated()).orElse("");
        return switch (left()) {
            case SwitchState.Following following -> words.text("let-pass.does.following", "commit", commit);
            case SwitchState.Held held -> words.text("let-pass.does.held", "commit", commit);
            case SwitchState.WatchOnly watch -> words.text("let-pass.does.unknown", "commit", commit);
            case SwitchState.Unknown unknown -> words.text("let-pass.does.unknown", "commit", commit);
        };
    }

    private SwitchState left() {
        return feed.sight()
                .shown()
                .map(EnvironmentReading::current)
                .orElseGet(() -> new SwitchState.Unknown("not seen"));
    }

    /** Asks for it: for the very commit that was on the screen. */
    public void confirm() {
        judge();
        if (!(state.get() instanceof LetPassState.Choosing(RefusedHead head))
                || blocked.get().isPresent()) {
            return;
        }
        state.set(new LetPassState.Running(head));
        verb.start(
                new Request(
                        Verb.SYNC,
                        new Saw.Nothing(),
                        new Aim.LetPass(head.name(), head.commit()),
                        given(reason),
                        given(initials),
                        Optional.of(workstation)),
                left(),
                // Not whether it runs: what is taken in runs only while the environment follows deploy.
                (outcome, reading) -> isTakenIn(reading, head),
                step -> {},
                this::ended);
    }

    private static boolean isTakenIn(EnvironmentReading reading, RefusedHead head) {
        return reading.packages().stream()
                .anyMatch(each -> each.name().equals(head.name())
                        && each.deployHead()
                                .found()
                                .filter(head.commit()::equals)
                                .isPresent()
                        && !each.flags().contains(Flag.REFUSED));
    }

    private static Optional<String> given(StringProperty text) {
        return Optional.of(text.get().strip()).filter(each -> !each.isEmpty());
    }

    private void ended(Ending now) {
        ending.set(Optional.of(now));
        tell();
    }

    /** The ending was read. */
    public void dismiss() {
        verb.forget();
        ending.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<LetPassState> stateProperty() {
        return state.getReadOnlyProperty();
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

    public StringProperty reasonProperty() {
        return reason;
    }

    /** Who sits at a shared account; may stay empty. */
    public StringProperty initialsProperty() {
        return initials;
    }
}
