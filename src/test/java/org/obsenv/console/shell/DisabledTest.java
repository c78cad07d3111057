package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Theme;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Verb;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What an observer may not do is read all the same, in the dark too, and says why. */
class DisabledTest extends WindowFixture {
    /** Of large or inactive text, WCAG 2.1, 1.4.11; asked here of everything that is disabled. */
    private static final double LEAST_CONTRAST = 3;

    private static final List<String> CONTROLS = List.of("#pull-now", "#deploy-open", "#let-pass-open", "#resume");

    @Start
    void begin(Stage given) {
        open(given);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsDisabledIsReadInEveryTheme(Theme theme, FxRobot robot) {
        on(robot, () -> show(Night.of("obs1")));
        on(robot, () -> {
            night.ports.permission = verb ->
                    verb == Verb.ROLLBACK ? new Permission.Granted() : new Permission.Denied("a password is required");
            night.reads(() -> Sample.held(night.time.instant()));
            night.console().model().themeProperty().set(theme);
            var environment = night.console().model().environment();
            environment
                    .chosenProperty()
                    .set(environment.rows().stream()
                            .filter(row -> row.name().equals("ts_externalscripts"))
                            .findFirst());
        });
        on(robot, () -> {});
        TreeMap<String, Double> found = new TreeMap<>();
        robot.interact(() -> {
            WritableImage picture = scene().snapshot(null);
            CONTROLS.forEach(each -> found.put(each, contrast((Labeled) node(each), picture)));
        });
        assertThat(CONTROLS).allMatch(each -> node(each).isDisabled());
        assertThat(found)
                .allSatisfy((id, contrast) -> assertThat(contrast).as(id).isGreaterThan(LEAST_CONTRAST));
        assertThat(Hint.of(node("#pull"))).isNotEmpty();
        assertThat(Hint.of(node("#let-pass-open").getParent())).isEqualTo("maintainers only");
    }

    /** Between its words and what they stand on, as it is painted. */
    private static double contrast(Labeled control, WritableImage picture) {
        Bounds place = control.localToScene(control.getBoundsInLocal());
        // Beside it: a link has no ground of its own, and a disabled button none.
        Color ground = picture.getPixelReader().getColor((int) place.getMinX() - 3, (int) place.getCenterY());
        double opacity = 1;
        for (Node each = control; each != null; each = each.getParent()) {
            opacity *= each.getOpacity();
        }
        Color words = ground.interpolate((Color) control.getTextFill(), opacity);
        double one = luminance(words) + 0.05;
        double other = luminance(ground) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
