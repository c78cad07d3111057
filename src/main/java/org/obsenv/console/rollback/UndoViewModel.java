package org.obsenv.console.rollback;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** After a roll back, a maintainer's one click back to what ran before. Lives on the FX thread. */
public final class UndoViewModel {
    private final ReadingFeed feed;
    private final RollbackViewModel rollback;
    private final VerbRun verb;
    private final String workstation;
    private final ObjectProperty<Permission> permission =
            new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<Optional<GenerationId>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());

    public UndoViewModel(ReadingFeed feed, RollbackViewModel rollback, VerbRun verb, String workstation) {
        this.feed = feed;
        this.rollback = rollback;
        this.verb = verb;
        this.workstation = workstation;
        rollback.endingProperty().subscribe(this::renew);
        feed.sightProperty().subscribe(this::renew);
        permission.subscribe(this::renew);
    }

    private void renew() {
        offer.set(before().filter(id -> held().isPresent() && permission.get() instanceof Permission.Granted));
    }

    /** What ran before the roll back that is on show, where that moved anything. */
    private Optional<GenerationId> before() {
        return rollback.endingProperty()
                .get()
                .filter(each -> each.isDone() && !each.isAwaited())
                .flatMap(each -> each.left().running())
                .filter(id -> held().filter(now -> !now.generation().equals(id)).isPresent());
    }

    private Optional<SwitchState.Held> held() {
        return feed.sight()
                .shown()
                .map(EnvironmentReading::current)
                .flatMap(now -> now instanceof SwitchState.Held held ? Optional.of(held) : Optional.empty());
    }

    /** Goes back there, from the very link that is on the screen. */
    public void undo() {
        Optional<SwitchState.Held> left = held();
        if (offer.get().isEmpty() || left.isEmpty()) {
            return;
        }
        GenerationId id = offer.get().get();
        offer.set(Optional.empty());
        rollback.dismiss();
        verb.start(
                new Request(
                        Verb.SWITCH,
                        new Saw.Current(left.get().token()),
                        new Aim.Generation(id),
                        Optional.empty(),
                        Optional.of(rollback.initialsProperty().get().strip()).filter(each -> !each.isEmpty()),
                        Optional.of(workstation)),
                left.get(),
                (outcome, reading) -> reading.current() instanceof SwitchState.Held now
                        && now.generation().equals(id),
                step -> {},
                now -> ending.set(Optional.of(now)));
    }

    /** The ending was read. */
    public void dismiss() {
        verb.forget();
        ending.set(Optional.empty());
    }

    /** What may be returned to; empty for who may not, and where there is nothing to undo. */
    public ReadOnlyObjectProperty<Optional<GenerationId>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Ending>> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    public ObjectProperty<Permission> permissionProperty() {
        return permission;
    }
}
