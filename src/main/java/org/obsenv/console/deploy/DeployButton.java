package org.obsenv.console.deploy;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.PackageName;
import org.obsenv.words.Words;

/** Takes the package whose detail is open into a test; says why where that may not be. */
public final class DeployButton extends HBox {
    private final DeployViewModel model;
    private final Button button;
    private final Label only;

    /**
     * @param chosen the package whose detail is open
     */
    public DeployButton(DeployViewModel model, Words words, Supplier<Optional<PackageName>> chosen) {
        this.model = model;
        getStyleClass().add("strip-row");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        only = Nodes.whole(words.text("hold.maintainers-only"), "dim");
        button = Nodes.button(words.text("deploy.open"), () -> chosen.get().ifPresent(model::add), "small");
        button.setId("deploy-open");
        getChildren().addAll(only, button);
        model.permissionProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
    }

    private void show() {
        boolean may = model.mayDeploy();
        button.setDisable(!may);
        Nodes.show(only, !may && !(model.stateProperty().get() instanceof DeployState.Running));
    }
}
