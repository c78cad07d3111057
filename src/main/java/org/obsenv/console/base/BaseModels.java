package org.obsenv.console.base;

import org.obsenv.console.support.Ticker;

/** What the page is made of, for whoever shows it. */
public record BaseModels(BaseViewModel page, BaseActs acts, HistoryViewModel history) {
    /** Keeps an eye on the list until the returned ticking is stopped. */
    public Ticker.Ticking start(Ticker ticker) {
        return page.start(ticker);
    }
}
