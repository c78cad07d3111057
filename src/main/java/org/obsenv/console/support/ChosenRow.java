package org.obsenv.console.support;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;

/** Keeps a list's selection and what its model has chosen the same, both ways. FX thread. */
public final class ChosenRow<R> {
    private final ListView<R> list;
    private final Supplier<Optional<R>> chosen;
    private final BiPredicate<R, R> isSame;
    private boolean following;

    /**
     * @param chosen the row of what the model has chosen, as it is now
     * @param isSame whether two rows are about the same thing, whatever they say of it
     * @param choose has the model choose
     */
    public ChosenRow(ListView<R> list, Supplier<Optional<R>> chosen, BiPredicate<R, R> isSame, Consumer<R> choose) {
        this.list = list;
        this.chosen = chosen;
        this.isSame = isSame;
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                choose.accept(row);
            }
        });
        // Rows that are made anew take the selection along; the selection's own listener must have been there first.
        list.getItems().addListener((ListChangeListener<R>) change -> Platform.runLater(this::follow));
    }

    /** Call when the model has chosen. */
    public void follow() {
        chosen.get().ifPresent(wanted -> {
            following = true;
            for (int i = 0; i < list.getItems().size(); i++) {
                R row = list.getItems().get(i);
                boolean isChosen = list.getSelectionModel().isSelected(i)
                        && row.equals(list.getSelectionModel().getSelectedItem());
                if (isSame.test(row, wanted) && !isChosen) {
                    list.getSelectionModel().clearAndSelect(i);
                }
            }
            following = false;
        });
    }
}
