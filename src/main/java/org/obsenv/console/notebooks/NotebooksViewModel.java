package org.obsenv.console.notebooks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;
import org.obsenv.domain.notebooks.NotebooksGateway;

/** Looks at the person's notebooks when asked, puts them at base, and back. Lives on the FX thread. */
public final class NotebooksViewModel {
    private final NotebooksGateway gateway;
    private final BackgroundRunner runner;
    private final Newest looks;
    private final ReadOnlyObjectWrapper<NotebooksState> state =
            new ReadOnlyObjectWrapper<>(new NotebooksState.Closed());

    public NotebooksViewModel(NotebooksGateway gateway, BackgroundRunner runner) {
        this.gateway = gateway;
        this.runner = runner;
        this.looks = new Newest(runner, Lane.NOTEBOOKS);
    }

    /** Reads the file and shows what would be done. While it is open or at work, it does nothing. */
    public void open() {
        if (!(state.get() instanceof NotebooksState.Closed)) {
            return;
        }
        state.set(new NotebooksState.Looking());
        looks.ask(
                gateway::look,
                found -> state.set(new NotebooksState.Shown(found)),
                bug -> state.set(new NotebooksState.Shown(new Notebooks.Unknown(String.valueOf(bug.getMessage())))));
    }

    /** Does what is shown. */
    public void toBase() {
        if (state.get() instanceof NotebooksState.Shown(Notebooks.Elsewhere seen)) {
            act(() -> gateway.toBase(seen), false);
        }
    }

    /** Brings back what was there before. */
    public void undo() {
        if (shown() instanceof Notebooks.AtBase at && at.undo().isPresent()) {
            act(() -> gateway.undo(at), true);
        }
    }

    private void act(java.util.function.Supplier<NotebooksEnding> work, boolean isUndo) {
        state.set(new NotebooksState.Acting());
        runner.run(
                Lane.NOTEBOOKS,
                work,
                ending -> state.set(new NotebooksState.Ended(ending, isUndo)),
                bug -> state.set(new NotebooksState.Shown(new Notebooks.Unknown(String.valueOf(bug.getMessage())))));
    }

    /** How they stand by the newest look or act. */
    private Notebooks shown() {
        return switch (state.get()) {
            case NotebooksState.Shown(Notebooks notebooks) -> notebooks;
            case NotebooksState.Ended(NotebooksEnding ending, boolean isUndo) -> ending.now();
            case NotebooksState.Closed none -> new Notebooks.Unknown("");
            case NotebooksState.Looking none -> new Notebooks.Unknown("");
            case NotebooksState.Acting none -> new Notebooks.Unknown("");
        };
    }

    /** Leaves it; false when it was not open. What is being written is written to its end first. */
    public boolean close() {
        if (state.get() instanceof NotebooksState.Closed || state.get() instanceof NotebooksState.Acting) {
            return false;
        }
        looks.forget();
        state.set(new NotebooksState.Closed());
        return true;
    }

    public ReadOnlyObjectProperty<NotebooksState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
