package org.obsenv.console.support;

import javafx.animation.PauseTransition;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the pointer rests on, explained: one label over the whole window. JavaFX's own tooltip is a window of its own for
 * every control, and styling it took up to 90 ms of the FX thread when the pointer first moved over its control, on the
 * way to the button too.
 */
public final class Hint extends Label {
    private static final Object TEXT = new Object();

    private static final double BELOW = 18;
    private static final double MARGIN = 6;
    private static final double WIDEST_EM = 42;

    private final Pane over;
    private final PauseTransition rest = new PauseTransition(Duration.millis(500));
    private @Nullable Node owner;
    private Point2D at = Point2D.ZERO;

    private Hint(Pane over) {
        this.over = over;
        getStyleClass().add("hint");
        setWrapText(true);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        rest.setOnFinished(event -> appear());
    }

    /** Explains whatever in the pane has a text given to it. */
    public static void install(Pane over) {
        Hint hint = new Hint(over);
        over.getChildren().add(hint);
        over.addEventFilter(MouseEvent.MOUSE_MOVED, hint::moved);
        over.addEventFilter(InputEvent.ANY, event -> {
            if (isDeed(event)) {
                hint.leave();
            }
        });
    }

    private static boolean isDeed(InputEvent event) {
        return !(event instanceof MouseEvent)
                || event.getEventType() == MouseEvent.MOUSE_PRESSED
                || event.getEventType() == MouseEvent.MOUSE_EXITED;
    }

    /** Gives the node its explanation; an empty one takes it away. */
    public static void give(Node node, String text) {
        if (text.isEmpty()) {
            node.getProperties().remove(TEXT);
        } else {
            node.getProperties().put(TEXT, text);
        }
    }

    /** The explanation of the node; empty when it has none. */
    public static String of(Node node) {
        return node.hasProperties() && node.getProperties().get(TEXT) instanceof String text ? text : "";
    }

    private void moved(MouseEvent event) {
        Node now = explained(event.getTarget());
        if (now == null || !now.equals(owner)) {
            leave();
        }
        owner = now;
        at = over.sceneToLocal(event.getSceneX(), event.getSceneY());
        if (now != null && !isVisible()) {
            rest.playFromStart();
        }
    }

    private static @Nullable Node explained(EventTarget target) {
        Node each = target instanceof Node node ? node : null;
        while (each != null && of(each).isEmpty()) {
            each = each.getParent();
        }
        return each;
    }

    private void leave() {
        rest.stop();
        setVisible(false);
        owner = null;
    }

    private void appear() {
        Node explained = owner;
        if (explained == null || explained.getScene() == null || of(explained).isEmpty()) {
            return;
        }
        setText(of(explained));
        applyCss();
        double width = Math.min(prefWidth(-1), Nodes.em(WIDEST_EM));
        double height = prefHeight(width);
        Bounds room = over.getLayoutBounds();
        double x = Math.clamp(at.getX(), MARGIN, Math.max(MARGIN, room.getWidth() - width - MARGIN));
        boolean fitsBelow = at.getY() + BELOW + height + MARGIN <= room.getHeight();
        double y = fitsBelow ? at.getY() + BELOW : Math.max(MARGIN, at.getY() - MARGIN - height);
        resizeRelocate(x, y, width, height);
        toFront();
        setVisible(true);
    }
}
