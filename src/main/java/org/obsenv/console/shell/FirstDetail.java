package org.obsenv.console.shell;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import org.obsenv.console.environment.EnvironmentViewModel;
import org.obsenv.console.environment.PackageRow;

/** On a high window the worst package's detail is open from the first look on; on a low one the table needs it. */
final class FirstDetail {
    private FirstDetail() {}

    static void openIfRoomy(Scene scene, EnvironmentViewModel model) {
        ObservableList<PackageRow> rows = model.rows();
        rows.addListener(new ListChangeListener<PackageRow>() {
            @Override
            public void onChanged(Change<? extends PackageRow> change) {
                rows.removeListener(this);
                if (scene.getHeight() >= ShellView.ROOMY) {
                    model.chooseWorst();
                }
            }
        });
    }
}
