package org.obsenv.console.shell;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.journal.JournalDrawer;
import org.obsenv.console.rollback.ResultPage;

/** How a roll back ended, and at the foot what was done before. */
final class ResultWithJournal extends VBox {
    private static final double JOURNAL_SHARE = 0.27;

    /** On a low window what moved needs the room more than what was done before. */
    private static final double SMALL_JOURNAL_SHARE = 0.15;

    ResultWithJournal(ResultPage result, JournalDrawer acts) {
        super(result, acts);
        VBox.setVgrow(result, Priority.ALWAYS);
        acts.prefHeightProperty()
                .bind(heightProperty()
                        .map(height -> height.doubleValue()
                                * (height.doubleValue() < ShellView.ROOMY ? SMALL_JOURNAL_SHARE : JOURNAL_SHARE)));
    }
}
