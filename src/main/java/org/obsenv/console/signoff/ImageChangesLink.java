package org.obsenv.console.signoff;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import org.obsenv.console.support.Nodes;

/** {@code what changed since Weekly 2026_38}: opens the pane that says it. */
final class ImageChangesLink extends Hyperlink {
    ImageChangesLink(ImageChangesViewModel model) {
        setId("image-changes-link");
        getStyleClass().add("card-link");
        setOnAction(event -> model.open());
        model.linkProperty().subscribe((Optional<String> text) -> {
            Nodes.show(this, text.isPresent());
            setText(text.orElse(""));
        });
        // Opened once is not "visited": it says something new with every image.
        visitedProperty().subscribe(visited -> setVisited(false));
    }
}
