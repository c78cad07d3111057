package org.obsenv.console.signoff;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.Nodes;

/** The page's one primary button: what it does, and to which image. */
final class PrimaryButton extends Button {
    private final Label title = Nodes.label("", "primary-title");
    private String offered = "";
    private final Label sub = Nodes.label("", "primary-sub");

    /** @param goOn takes the keyboard, which a button that is at work cannot keep */
    PrimaryButton(SignOffViewModel model, CommentField comment, Runnable goOn) {
        setId("sign");
        getStyleClass().add("primary");
        setMnemonicParsing(false);
        setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, sub);
        words.setAlignment(Pos.CENTER_LEFT);
        setGraphic(words);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(event -> {
            goOn.run();
            model.acts().sign(Optional.of(comment.written()).filter(text -> !text.isBlank()));
        });
        model.endingProperty().subscribe(ending -> {
            if (ending.filter(SignOffRun.Ended::good).isPresent()) {
                comment.clear();
            }
        });
        disableProperty().bind(model.busyProperty());
        model.busyProperty().subscribe(busy -> {
            title.setText(busy ? model.words().text("sign.busy") : offered);
        });
    }

    void show(LeadPage page) {
        offered = page.primaryTitle();
        title.setText(offered);
        sub.setText(page.primarySub());
        Nodes.show(sub, !page.primarySub().isEmpty());
        Nodes.show(this, page.offer() instanceof Offer.Sign);
        // It calls for her only once she is waited for: a candidate that fails its checks is no loud invitation.
        getStyleClass().remove("primary");
        getStyleClass().remove("primary-early");
        getStyleClass().add(page.offer().isDue() ? "primary" : "primary-early");
        setAccessibleText(page.primaryTitle() + " " + page.primarySub());
    }
}
