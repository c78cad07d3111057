package org.obsenv.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.notebooks.Holding;
import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;
import org.obsenv.domain.notebooks.NotebooksGateway;

/** A person's notebooks that answer what a test sets, and remember what was asked. */
public final class SampleNotebooks implements NotebooksGateway {
    public static final String FILE = "/home/obs1/notebooks/.user_setups";
    public static final String KEPT = "/home/obs1/user_setups.20261121T031244Z";
    public final List<String> asked = new ArrayList<>();
    public Notebooks now = new Notebooks.Elsewhere(
            FILE, new Holding.Text("setup -j ts_wep -r ~/ts_wep\n"), "source base\n", Optional.of(KEPT));

    @Override
    public Notebooks look() {
        asked.add("look");
        return now;
    }

    @Override
    public NotebooksEnding toBase(Notebooks.Elsewhere seen) {
        asked.add("base");
        now = new Notebooks.AtBase(FILE, new Holding.Text(seen.next()), Optional.of(new Notebooks.Undo.Restore(KEPT)));
        return new NotebooksEnding.Done(now);
    }

    @Override
    public NotebooksEnding undo(Notebooks.AtBase seen) {
        asked.add("undo");
        now = new SampleNotebooks().now;
        return new NotebooksEnding.Done(now);
    }
}
