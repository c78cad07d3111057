package org.obsenv.console.base;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.acting.DiskWatch;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Pin;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.domain.basing.PinChange;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.ListChange;
import org.obsenv.protocol.PinEdit;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Building base from what is proposed, and calling the list reviewed. Lives on the FX thread. */
public final class BaseActs {
    private final ReadingFeed feed;
    private final BaseViewModel base;
    private final VerbRun verb;
    private final Ticker ticker;
    private final InstantSource clock;
    private final String workstation;
    private final BaseHead head;
    private final Words steps = Words.of("endings");
    private final ObjectProperty<Permission> maySet = unasked();
    private final ObjectProperty<Permission> mayReview = unasked();
    private final ReadOnlyObjectWrapper<Boolean> running = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<BaseLook> look;
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty initials = new SimpleStringProperty("");
    private @Nullable DiskWatch watch;

    /**
     * @param actor the account of this session
     * @param workstation this machine's name, for the journal
     */
    public BaseActs(
            ReadingFeed feed,
            BaseViewModel base,
            VerbRun verb,
            Ticker ticker,
            InstantSource clock,
            String actor,
            String workstation) {
        this.feed = feed;
        this.base = base;
        this.verb = verb;
        this.ticker = ticker;
        this.clock = clock;
        this.workstation = workstation;
        this.head = new BaseHead(base.words(), actor);
        this.look = new ReadOnlyObjectWrapper<>(now());
        feed.sightProperty().subscribe(this::renew);
        base.rowsProperty().subscribe(this::renew);
        base.listProperty().subscribe(this::renew);
        base.seenProperty().subscribe(this::renew);
        maySet.subscribe(this::renew);
        mayReview.subscribe(this::renew);
        running.subscribe(this::renew);
    }

    private static ObjectProperty<Permission> unasked() {
        return new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    }

    private void renew() {
        BaseLook fresh = now();
        if (!fresh.equals(look.get())) {
            look.set(fresh);
        }
    }

    private BaseLook now() {
        return head.look(new BaseHead.Facts(
                base.listProperty().get(),
                base.seenProperty().get(),
                feed.sight().shown().map(EnvironmentReading::base),
                base.draftProperty().get(),
                base.rowsProperty().get(),
                maySet.get(),
                mayReview.get(),
                running.get(),
                clock.instant()));
    }

    /** Builds base from what is proposed, of exactly the text that was on the screen. */
    public void build() {
        Optional<ListSight> seen = base.seenProperty().get();
        if (seen.isPresent() && look.get().blocked().isEmpty()) {
            start(
                    Verb.SET_BASE,
                    new Aim.SetBase(seen.get().sha256(), change(seen.get())),
                    Optional.of(reason.get().strip()).filter(each -> !each.isEmpty()));
        }
    }

    /** Says that the list on the screen was looked at and is right. */
    public void review() {
        Optional<ListSight> seen = base.seenProperty().get();
        if (seen.isPresent() && look.get().review().isEmpty()) {
            start(Verb.REVIEW_BASE, new Aim.Reviewed(seen.get().sha256()), Optional.empty());
        }
    }

    private ListChange change(ListSight seen) {
        Draft draft = base.draftProperty().get();
        if (draft.version().isPresent()) {
            return new ListChange.Version(draft.version().get());
        }
        List<PinEdit> edits = new ArrayList<>();
        feed.sight().shown().map(EnvironmentReading::packages).orElse(List.of()).forEach(each -> {
            if (draft.change(each, base.words())
                    instanceof PinChange.Other(PackageName name, var was, var asked, var to)) {
                edits.add(new PinEdit.To(
                        name, to.kind() == Pin.Kind.COMMIT ? to.commit().hex() : to.name(), Optional.of(to.commit())));
            }
        });
        return new ListChange.Edits(
                edits, draft.cycle().filter(each -> !seen.cycle().equals(Optional.of(each))));
    }

    private void start(Verb asked, Aim aim, Optional<String> why) {
        dismiss();
        running.set(true);
        progress.set(base.words().text("progress.asked"));
        SwitchState left = feed.sight()
                .shown()
                .map(EnvironmentReading::current)
                .orElseGet(() -> new SwitchState.Unknown("not seen"));
        verb.start(
                new Request(
                        asked,
                        new Saw.Nothing(),
                        aim,
                        why,
                        Optional.of(initials.get().strip()).filter(each -> !each.isEmpty()),
                        Optional.of(workstation)),
                left,
                (outcome, reading) -> asked == Verb.SET_BASE && reading.base() instanceof BaseState.Built,
                this::progressed,
                this::ended);
    }

    private void progressed(Event.Progress step) {
        progress.set(steps.text(
                "step." + step.step(),
                "subject",
                Visible.line(step.subject()),
                "done",
                step.done(),
                "total",
                step.total()));
    }

    private void ended(Ending now) {
        running.set(false);
        progress.set("");
        ending.set(Optional.of(now));
        if (now.outcome()
                instanceof Outcome.Built(Optional<GenerationId> built, var at, var took, var moved, var notes)) {
            base.startOver();
            reason.set("");
            prove(now, built);
        }
        base.read();
    }

    /** The helper's word is not the proof: base's link and the list are read again. */
    private void prove(Ending told, Optional<GenerationId> built) {
        watch = DiskWatch.start(
                feed,
                ticker,
                clock,
                reading -> reading.base() instanceof BaseState.Built(GenerationId id)
                        && built.orElse(id).equals(id),
                sighting -> {
                    ending.set(Optional.of(told.sighted(sighting)));
                    base.read();
                });
    }

    /** The ending was read. */
    public void dismiss() {
        verb.forget();
        if (watch != null) {
            watch.stop();
            watch = null;
        }
        ending.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<BaseLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Whether a verb is at work. */
    public ReadOnlyObjectProperty<Boolean> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What the verb is at; empty when none is at work. */
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How the last act ended, and again when the disk shows it. */
    public ReadOnlyObjectProperty<Optional<Ending>> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    public ObjectProperty<Permission> maySetProperty() {
        return maySet;
    }

    public ObjectProperty<Permission> mayReviewProperty() {
        return mayReview;
    }

    /** Why, in the person's words; may stay empty. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Who sits at a shared account; may stay empty. */
    public StringProperty initialsProperty() {
        return initials;
    }

    /** The page in plain text. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        text.append(look.get().title()).append('\n').append(look.get().sub()).append('\n');
        base.rowsProperty().get().forEach(row -> text.append(row.line()).append('\n'));
        return text.toString();
    }
}
