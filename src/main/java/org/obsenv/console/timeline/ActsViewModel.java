package org.obsenv.console.timeline;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.obsenv.console.acting.Countdown;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;

/** Going to the chosen generation, and marking what runs good. Lives on the FX thread. */
public final class ActsViewModel {
    private final ReadingFeed feed;
    private final TimelineViewModel timeline;
    private final VerbRun verb;
    private final Countdown countdown;
    private final Duration delay;
    private final String workstation;
    private final ActOffers offers;
    private final ObjectProperty<Permission> maySwitch = unasked();
    private final ObjectProperty<Permission> mayMark = unasked();
    private final ReadOnlyObjectWrapper<ActState> state = new ReadOnlyObjectWrapper<>(new ActState.Idle());
    private final ReadOnlyObjectWrapper<ActOffer> toReturn;
    private final ReadOnlyObjectWrapper<ActOffer> toMark;
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty initials = new SimpleStringProperty("");

    /**
     * @param delay between the click and the switch
     * @param actor the account of this session
     * @param workstation this machine's name, for the journal
     */
    public ActsViewModel(
            ReadingFeed feed,
            TimelineViewModel timeline,
            VerbRun verb,
            Ticker ticker,
            Duration delay,
            String actor,
            String workstation) {
        this.feed = feed;
        this.timeline = timeline;
        this.verb = verb;
        this.countdown = new Countdown(ticker);
        this.delay = delay;
        this.workstation = workstation;
        this.offers = new ActOffers(Words.of("timeline"), actor);
        this.toReturn = new ReadOnlyObjectWrapper<>(offerToReturn());
        this.toMark = new ReadOnlyObjectWrapper<>(offerToMark());
        feed.sightProperty().subscribe(this::renew);
        timeline.sightProperty().subscribe(this::renew);
        timeline.chosenProperty().subscribe(this::renew);
        maySwitch.subscribe(this::renew);
        mayMark.subscribe(this::renew);
    }

    private static ObjectProperty<Permission> unasked() {
        return new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    }

    private void renew() {
        toReturn.set(offerToReturn());
        toMark.set(offerToMark());
    }

    private ActOffer offerToReturn() {
        return offers.toReturn(
                timeline.sightProperty().get(), timeline.chosenGeneration(), feed.sight(), maySwitch.get());
    }

    private ActOffer offerToMark() {
        return offers.toMark(timeline.sightProperty().get(), feed.sight(), mayMark.get());
    }

    /** One click: counts down, then goes to what was chosen at the click. While it counts, another does nothing. */
    public void goBack() {
        if (state.get() instanceof ActState.Idle && toReturn.get() instanceof ActOffer.Offered offer) {
            begin();
            countdown.start(delay, seconds -> state.set(new ActState.Counting(offer, seconds)), () -> run(offer));
        }
    }

    /** Takes the click back while it counts down; false when there was none to take back. */
    public boolean cancel() {
        if (!(state.get() instanceof ActState.Counting)) {
            return false;
        }
        countdown.cancel();
        state.set(new ActState.Idle());
        return true;
    }

    private void run(ActOffer.Offered offer) {
        state.set(new ActState.Returning(offer));
        verb.start(
                request(Verb.SWITCH, offer, new Aim.Generation(offer.id())),
                offer.left(),
                (outcome, reading) -> isAt(offer.id(), reading),
                step -> {},
                this::ended);
    }

    private static boolean isAt(GenerationId id, EnvironmentReading reading) {
        return reading.current() instanceof SwitchState.Held held
                && held.generation().equals(id);
    }

    /** Says that the generation that runs, as it is on the screen, is good. */
    public void mark() {
        if (state.get() instanceof ActState.Idle && toMark.get() instanceof ActOffer.Offered offer) {
            begin();
            state.set(new ActState.Marking(offer));
            verb.start(
                    request(Verb.MARK, offer, new Aim.Marked(offer.id(), true)),
                    offer.left(),
                    (outcome, reading) -> false,
                    step -> {},
                    this::ended);
        }
    }

    private void begin() {
        verb.forget();
        ending.set(Optional.empty());
        reason.set("");
    }

    private Request request(Verb asked, ActOffer.Offered offer, Aim aim) {
        return new Request(asked, offer.saw(), aim, given(reason), given(initials), Optional.of(workstation));
    }

    private static Optional<String> given(StringProperty text) {
        return Optional.of(text.get().strip()).filter(each -> !each.isEmpty());
    }

    private void ended(Ending now) {
        ending.set(Optional.of(now));
        // What the disk does not show yet is not offered to be asked for again.
        if (!now.isAwaited()) {
            state.set(new ActState.Idle());
        }
        timeline.read();
    }

    /** The ending was read. */
    public void dismiss() {
        verb.forget();
        ending.set(Optional.empty());
        if (!(state.get() instanceof ActState.Counting)) {
            state.set(new ActState.Idle());
        }
    }

    public ReadOnlyObjectProperty<ActState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ActOffer> toReturnProperty() {
        return toReturn.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ActOffer> toMarkProperty() {
        return toMark.getReadOnlyProperty();
    }

    /** How the last act ended, and again each time the disk shows more of it. */
    public ReadOnlyObjectProperty<Optional<Ending>> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    public ObjectProperty<Permission> maySwitchProperty() {
        return maySwitch;
    }

    public ObjectProperty<Permission> mayMarkProperty() {
        return mayMark;
    }

    /** Why, in the person's words; may stay empty. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Who sits at a shared account; may stay empty. */
    public StringProperty initialsProperty() {
        return initials;
    }
}
