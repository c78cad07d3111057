package org.obsenv.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The loudest tag is cut before the count of the others is. */
@ExtendWith(ApplicationExtension.class)
class TagRowTest {
    private static final double NARROW = 120;

    private final Pane pane = new Pane();

    @Start
    void begin(Stage stage) {
        stage.setScene(new Scene(pane));
        stage.show();
    }

    @Test
    void theCountStandsWholeBesideATagThatIsTooLong(FxRobot robot) {
        robot.interact(() -> {
            TagRow row = new TagRow();
            // Its parent leaves it as narrow as it is made.
            row.setManaged(false);
            pane.getChildren().add(row);
            row.show(List.of(
                    new Tag("refused: does not compile at all", Tag.Tone.BAD), new Tag("pin 3 y old", Tag.Tone.WARN)));
            row.resize(NARROW, 20);
            row.layout();
        });

        List<Label> shown = ((TagRow) pane.getChildren().getFirst())
                .getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .map(Label.class::cast)
                        .sorted(Comparator.comparingDouble(Node::getLayoutX))
                        .toList();
        assertThat(shown).extracting(Label::getText).containsExactly("refused: does not compile at all", "+1");
        Label loud = shown.getFirst();
        Label count = shown.getLast();
        assertThat(loud.getLayoutX() + loud.getWidth()).isLessThan(count.getLayoutX());
        assertThat(count.getWidth()).isGreaterThanOrEqualTo(count.prefWidth(-1));
        assertThat(count.getLayoutX() + count.getWidth()).isLessThanOrEqualTo(NARROW + 1);
    }
}
