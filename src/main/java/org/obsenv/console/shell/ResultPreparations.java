package org.obsenv.console.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.obsenv.console.rollback.ResultPage;

/**
 * What makes the result's page ready before it is needed, in pieces: its rows, their styles, and one layout at the
 * window's size. The moment after the click is then left with texts.
 */
final class ResultPreparations {
    private static final int ROWS_A_PIECE = 4;

    /** A roll back seldom moves more; the rows beyond are made when it does. */
    private static final int MOST_PREPARED = 24;

    private ResultPreparations() {}

    /**
     * The pieces, in their order.
     *
     * @param inFront what is as large as the page will be
     */
    static List<Runnable> of(int packages, ResultPage result, Region page, Region inFront) {
        int rows = Math.min(packages, MOST_PREPARED);
        List<Runnable> pieces = new ArrayList<>();
        for (int i = ROWS_A_PIECE; i < rows + ROWS_A_PIECE; i += ROWS_A_PIECE) {
            int made = Math.min(i, rows);
            pieces.add(() -> result.prepare(made));
            pieces.add(page::applyCss);
        }
        pieces.add(() -> page.resize(inFront.getWidth(), inFront.getHeight()));
        pieces.add(page::layout);
        return pieces;
    }
}
