package org.obsenv.console.signoff;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * Keeps the keyboard, and what it was on in sight, where the content of a pane is made anew under a person's hands or a
 * strip above it takes room. FX thread.
 */
final class KeptFocus {
    private final ScrollPane pane;
    private String last = "";
    private boolean had;

    KeptFocus(ScrollPane pane) {
        this.pane = pane;
        // Later: while the pane lays itself out it decides for itself where it stands.
        pane.viewportBoundsProperty().subscribe((before, now) -> Platform.runLater(this::reveal));
    }

    /** Call before the content is made anew. */
    void remember() {
        Optional<String> inside = Optional.ofNullable(pane.getScene())
                .map(scene -> scene.getFocusOwner())
                .filter(owner -> owner.getId() != null && isInside(owner))
                .map(Node::getId);
        had = inside.isPresent();
        last = inside.orElse(last);
    }

    private boolean isInside(Node node) {
        Node each = node;
        while (each != null && !each.equals(pane)) {
            each = each.getParent();
        }
        return each != null;
    }

    /** Call when the content was made anew. */
    void restore() {
        if (had) {
            find().flatMap(KeptFocus::usable).orElse(pane).requestFocus();
        }
        pane.layout();
        reveal();
    }

    /** What was just done cannot be done again: the next one beside it is what she goes on with. */
    private static Optional<Node> usable(Node node) {
        return Stream.concat(Stream.of(node), node.getParent().getChildrenUnmodifiable().stream())
                .filter(each -> each.isFocusTraversable() && !each.isDisabled())
                .findFirst();
    }

    private Optional<Node> find() {
        return last.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(pane.getContent().lookup("#" + last));
    }

    private void reveal() {
        find().ifPresent(node -> {
            Node content = pane.getContent();
            Bounds bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
            double shown = pane.getViewportBounds().getHeight();
            double hidden = content.getBoundsInLocal().getHeight() - shown;
            double top = hidden * pane.getVvalue();
            if (hidden > 0 && bounds.getMaxY() > top + shown) {
                pane.setVvalue(Math.min(1, (bounds.getMaxY() - shown) / hidden));
            } else if (hidden > 0 && bounds.getMinY() < top) {
                pane.setVvalue(Math.max(0, bounds.getMinY() / hidden));
            }
        });
    }
}
