package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of changes in the window, by an observer with the keyboard. */
class ReviewWindowTest extends WindowFixture {
    @Start
    void begin(Stage given) {
        open(given);
    }

    private void openPage(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        on(robot, () -> {});
    }

    private ListView<?> list(String selector) {
        return (ListView<?>) node(selector);
    }

    private List<String> cells(String selector) {
        return list(selector).lookupAll(".list-cell").stream()
                .filter(each -> each instanceof ListCell<?> cell && !cell.isEmpty())
                .map(each -> Objects.requireNonNull(each.getAccessibleText()))
                .toList();
    }

    @Test
    void showsPackagesCommitsAndFilesAsThePicture(FxRobot robot) {
        openPage(robot);
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.CHANGES);
        assertThat(textOf("#differing-count")).isEqualTo("4");
        assertThat(cells("#differing-list"))
                .containsExactlyInAnyOrder(
                        "ts_standardscripts +2", "summit_utils +5 −1", "ts_wep +1", "ts_externalscripts refused");
        assertThat(textOf("#review-range")).isEqualTo("v2.2.1 → running");
        assertThat(textOf("#review-count")).isEqualTo("2 commits");
        assertThat(cells("#review-commits"))
                .containsExactlyInAnyOrder(
                        "+ 8f31c02 Retry dome handshake in power_on maint2 DM-47381, hot-fix, not in develop,"
                                + " tagged, 41 min",
                        "+ c04d9aa Raise M1 cover timeout to 240 s maint1, hot-fix, in develop, by patch, untagged, 2 h",
                        "b7719e2 Base pin, tag v2.2.1, pin, 9 d");
        assertThat(textOf("#review-files-title")).isEqualTo("Files in 8f31c02");
        assertThat(textOf("#review-files-count")).isEqualTo("2 · +14 −3");
    }

    @Test
    void bothSidesOfADivergenceAreNamed(FxRobot robot) {
        openPage(robot);
        on(robot, () -> list("#differing-list").getSelectionModel().select(1));
        List<String> texts = new ArrayList<>();
        ((ListView<?>) node("#review-commits")).getItems().forEach(each -> texts.add(each.toString()));
        assertThat(textOf("#review-range")).isEqualTo("w.2023.42 → running");
        assertThat(textOf("#review-count")).isEqualTo("6 commits");
        assertThat(texts).anyMatch(each -> each.contains("Runs, beyond the pin"));
        assertThat(texts).anyMatch(each -> each.contains("In the pin, and does not run"));
    }

    @Test
    void aRefusedHeadIsToBeReviewedToo(FxRobot robot) {
        openPage(robot);
        on(robot, () -> list("#differing-list").getSelectionModel().select(3));
        assertThat(textOf("#review-range")).isEqualTo("v0.33.1 → deploy head");
        assertThat(cells("#review-commits"))
                .contains(
                        "Deploy head c5d0021, refused",
                        "b7719e2 Base pin, tag v2.2.1, pin, 9 d"
                                .replace("b7719e2", "c1d2e3f")
                                .replace("v2.2.1", "v0.33.1")
                                .replace("9 d", "30 d"));
    }

    @Test
    void keysGoThroughFilesAndMarkThemAsViewed(FxRobot robot) {
        openPage(robot);
        robot.write("v");
        on(robot, () -> {});
        assertThat(night.viewed.files).hasSize(1);
        assertThat(cells("#review-files")).anyMatch(each -> each.startsWith("python/") && each.endsWith(" viewed"));
        robot.write("]");
        on(robot, () -> {});
        assertThat(textOf("#review-path")).isEqualTo("tests/test_power_on.py");
        robot.write("[");
        on(robot, () -> {});
        assertThat(textOf("#review-path")).endsWith("power_on.py");
        robot.write("v");
        on(robot, () -> {});
        assertThat(night.viewed.files).isEmpty();
    }

    @Test
    void shiftCombinesCommitsAndOneKeyTakesTheWholeRange(FxRobot robot) {
        openPage(robot);
        on(robot, () -> list("#review-commits").requestFocus());
        robot.press(KeyCode.SHIFT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.SHIFT);
        on(robot, () -> {});
        assertThat(textOf("#review-files-title")).isEqualTo("Files, c04d9aa to 8f31c02");
        robot.write("a");
        on(robot, () -> {});
        assertThat(textOf("#review-files-title")).isEqualTo("Files, v2.2.1 → running");
        assertThat(node("#review-whole").isVisible()).isFalse();
    }

    @Test
    void aTicketOpensInTheBrowser(FxRobot robot) {
        openPage(robot);
        on(robot, () -> node("#review-commits").lookupAll(".hyperlink").stream()
                .filter(each -> each.isVisible()
                        && each instanceof Hyperlink link
                        && link.getText().startsWith("DM"))
                .map(Hyperlink.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(night.opened).containsExactly("https://example.org/browse/DM-47381");
    }

    @Test
    void saysThatNothingDiffers(FxRobot robot) {
        on(robot, () -> night.reads(() -> Sample.held(Sample.NOW)));
        openPage(robot);
        // At base, what the deploy heads would bring is still there to review.
        assertThat(cells("#differing-list")).contains("ts_standardscripts deploy +2");
        on(robot, () -> night.reads(() -> nothing()));
        assertThat(texts()).contains("Nothing differs from base");
        assertThat(textOf("#review-range")).isEqualTo("Commits");
    }

    private static org.obsenv.domain.EnvironmentReading nothing() {
        var base = Sample.followingAtBase(Sample.NOW);
        return new org.obsenv.domain.EnvironmentReading(
                base.site(),
                base.readAt(),
                base.current(),
                base.base(),
                base.rollbackMoves(),
                base.lastSync(),
                base.reviewed(),
                base.cycle(),
                base.packages().subList(4, 10),
                base.problems());
    }

    @Test
    void saysThatMarksAreNotKnown(FxRobot robot) {
        night.viewed.problem = Optional.of("what you viewed before is not known: /home/x was changed or cut short");
        openPage(robot);
        assertThat(texts()).contains("what you viewed before is not known: /home/x was changed or cut short");
    }

    @Test
    void nothingIsCutOff(FxRobot robot) {
        openPage(robot);
        for (String theme : List.of("dark", "light", "red")) {
            for (Node each : visible(scene().getRoot())) {
                if (each instanceof Label label && !label.getText().isEmpty() && isIn(label, "#review")) {
                    Bounds bounds = label.localToScene(label.getBoundsInLocal());
                    assertThat(bounds.getMaxX())
                            .as(theme + ": " + label.getText())
                            .isLessThanOrEqualTo(scene().getWidth() + 1);
                }
            }
            for (String whole :
                    List.of("#review-range", "#review-count", "#review-files-title", "#review-files-count")) {
                Label label = (Label) node(whole);
                assertThat(label.getWidth()).as(theme + whole).isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1)));
            }
            on(robot, night.console().model()::nextTheme);
        }
    }

    private boolean isIn(Node node, String selector) {
        Node each = node;
        while (each != null) {
            if (each.equals(node(selector))) {
                return true;
            }
            each = each.getParent();
        }
        return false;
    }

    @Test
    void observersAndMaintainersReadTheSame(FxRobot robot) {
        openPage(robot);
        List<String> observer = cells("#review-commits");
        on(robot, () -> show(Night.of("maint1")));
        openPage(robot);
        assertThat(cells("#review-commits")).isEqualTo(observer);
    }
}
