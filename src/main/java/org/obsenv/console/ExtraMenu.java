package org.obsenv.console;

import java.util.List;
import javafx.scene.control.MenuItem;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;

/** Actions of a menu of their own, such as the demo's. */
final class ExtraMenu {
    private ExtraMenu() {}

    /** @param then follows each action, whichever way it ended */
    static List<MenuItem> of(List<ConsoleParts.Extra> extras, BackgroundRunner runner, Runnable then) {
        return extras.stream()
                .map(extra -> {
                    MenuItem item = new MenuItem(extra.label());
                    item.setMnemonicParsing(false);
                    item.setOnAction(event -> runner.run(
                            Lane.EXTRA,
                            () -> {
                                extra.action().run();
                                return extra.label();
                            },
                            done -> then.run(),
                            bug -> then.run()));
                    return item;
                })
                .toList();
    }
}
