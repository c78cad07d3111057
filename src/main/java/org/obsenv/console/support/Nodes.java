package org.obsenv.console.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small nodes that every view is made of. */
public final class Nodes {
    private Nodes() {}

    /** A label with style classes. */
    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A label that takes as many lines as its text needs. */
    public static Label wrapped(String text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label that is never shortened. */
    public static Label whole(String text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A quiet button whose text says what will happen. */
    public static Button button(String text, Runnable action, String... styleClasses) {
        Button button = new Button(text);
        button.getStyleClass().add("quiet");
        button.getStyleClass().addAll(styleClasses);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A sign of so many times the text's size. Set in code: Ikonli's own em is relative to the sign itself. */
    public static FontIcon icon(Feather sign, double times) {
        FontIcon icon = new FontIcon(sign);
        icon.setIconSize((int) Math.round(Fonts.rootSize() * times));
        return icon;
    }

    /** A button with a sign only; its name is for screen readers and the pointer. */
    public static Button signButton(Feather sign, String name, Runnable action) {
        Button button = button(name, action, "sign-button");
        button.setGraphic(icon(sign, 1.1));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name);
        Hint.give(button, name);
        return button;
    }

    /** Gives a label these style classes, and only these; styles nothing anew where it has them. */
    public static void dress(Label label, String... styleClasses) {
        List<String> wanted = new ArrayList<>(styleClasses.length + 1);
        wanted.add("label");
        wanted.addAll(Arrays.asList(styleClasses));
        if (!label.getStyleClass().equals(wanted)) {
            label.getStyleClass().setAll(wanted);
        }
    }

    /** So many times the text's size, in pixels. */
    public static double em(double times) {
        return Fonts.rootSize() * times;
    }

    /** Takes the room that is left in a row. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Shows the node, or takes it out of sight and out of the layout. */
    public static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Whether it is to be seen, as far as it and what it is in can tell. */
    public static boolean isShown(Node node) {
        Node parent = node;
        while (parent != null && parent.isVisible()) {
            parent = parent.getParent();
        }
        return parent == null;
    }
}
