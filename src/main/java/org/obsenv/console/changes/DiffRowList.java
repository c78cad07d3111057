package org.obsenv.console.changes;

import javafx.collections.ObservableListBase;
import org.obsenv.domain.diff.DiffRow;
import org.obsenv.domain.diff.DiffRows;

/** The rows of a diff as a list of which only what is looked at is ever made. It does not change. */
final class DiffRowList extends ObservableListBase<DiffRow> {
    private final DiffRows rows;

    DiffRowList(DiffRows rows) {
        this.rows = rows;
    }

    @Override
    public DiffRow get(int index) {
        return rows.row(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
