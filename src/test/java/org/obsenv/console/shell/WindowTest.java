package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleActs;
import org.obsenv.console.environment.EnvironmentViewModel;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

class WindowTest extends WindowFixture {
    @Start
    void begin(Stage given) {
        open(given);
    }

    @Test
    void heldAtBaseTheButtonIsDisabledAndSaysWhy(FxRobot robot) {
        on(robot, () -> night.reads(() -> Sample.held(night.time.instant())));
        assertThat(node("#rollback").isDisabled()).isTrue();
        assertThat(texts()).contains("At base, held", "already held at base", "maintainers only");
    }

    @Test
    void atBaseAndFollowingItOffersToHold(FxRobot robot) {
        on(robot, () -> night.reads(() -> Sample.followingAtBase(night.time.instant())));
        assertThat(node("#rollback").isDisabled()).isFalse();
        assertThat(texts()).contains("All 16 packages at base", "Hold at base");
    }

    @Test
    void notPermittedTheButtonIsDisabledAndSaysWhy(FxRobot robot) {
        on(robot, () -> {
            night.ports.permission = verb -> new Permission.Denied("a password is required");
            night.time.pass(Duration.ofMinutes(1));
        });
        assertThat(node("#rollback").isDisabled()).isTrue();
        assertThat(texts()).contains("not permitted for obs1", "Roll back not permitted for obs1");
    }

    @Test
    void anUnreadableEnvironmentIsUnknownSinceItWasLastKnownAndNothingIsGreen(FxRobot robot) {
        on(robot, () -> night.reads(() -> Sample.unreadable(night.time.instant())));
        assertThat(textOf("#verdict")).isEqualTo("Unknown since 03:12");
        assertThat(textOf("#sub")).isEqualTo("/opt/obs_env: Stale file handle");
        assertThat(node("#environment").lookupAll(".mark-good")).isEmpty();
        assertThat(textOf("#health-reading")).isEqualTo("Environment not readable");
        assertThat(node("#rollback").isDisabled()).isFalse();
    }

    @Test
    void onePackageUnknownIsSaidInTheVerdictAndTheOthersStand(FxRobot robot) {
        on(robot, () -> night.reads(() -> Sample.oneUnknown(night.time.instant())));
        assertThat(textOf("#verdict")).isEqualTo("1 of 16 packages unknown, 3 differ from base");
        assertThat(night.console().model().environment().shown().getFirst().name())
                .isEqualTo("cwfs");
        assertThat(textOf("#health-reading")).isEqualTo("15 of 16 packages readable");
    }

    @Test
    void aMaintainerPreviewsAndResumesTheVeryLinkSheSaw(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        on(robot, () -> night.reads(() -> Sample.held(night.time.instant())));
        robot.clickOn("#resume");
        assertThat(texts())
                .contains("ts_standardscripts", "+5 −1")
                .anyMatch(each -> each.contains("Raise M1 cover timeout to 240 s"));
        on(
                robot,
                () -> night.ports.outcome = request -> {
                    night.ports.reading = () -> Sample.following(night.time.instant());
                    return SampleActs.switched(night.time.instant(), Set.of());
                });
        robot.clickOn("#resume-confirm");
        assertThat(night.ports.requests)
                .extracting(Request::saw)
                .containsExactly(new Saw.Current(Sample.token("generations/000039")));
        assertThat(node("#hold").isVisible()).isFalse();
        assertThat(node("#resume-ending").isVisible()).isTrue();
    }

    @Test
    void anObserverCannotOpenTheResumePreview(FxRobot robot) {
        on(robot, () -> night.reads(() -> Sample.held(night.time.instant())));
        assertThat(node("#resume").isDisabled()).isTrue();
        on(robot, () -> night.console().model().resume().preview());
        assertThat(node("#resume-confirm").getParent().getParent().isVisible()).isFalse();
    }

    @Test
    void aChosenPackageShowsItsCommitsAndOneFilesDiff(FxRobot robot) {
        on(robot, () -> night.console().model().environment().chooseWorst());
        assertThat(texts()).contains("summit_utils", "w.2023.42 → 1be90d7", "+ 1be90d7", "− aa10423");
        assertThat(((ListView<?>) node("#commits")).getItems().toString()).contains("3 more commits are not listed");
        on(robot, () -> night.console().model().changes().step(1));
        assertThat(visible((Parent) node("#diff")))
                .extracting(Node::getAccessibleText)
                .contains(
                        "added, line 120:             power=self.power, timeout=self.handshake_timeout",
                        "⌄ 116 unchanged lines");
        robot.type(KeyCode.ESCAPE);
        assertThat(scene().lookup("#changes")).isNull();
    }

    @Test
    void aCommitOpensInTheBrowserAndItsIdIsCopiedByKeysAndClicks(FxRobot robot) {
        on(robot, () -> night.console().model().environment().chooseWorst());
        ListView<?> commits = (ListView<?>) node("#commits");
        String address = "https://example.org/summit_utils/commit/" + Sample.commit("1be90d7");
        on(robot, () -> commits.getSelectionModel().select(0));
        on(robot, commits::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(night.opened).containsExactly(address);
        assertThat(textOf("#note")).isEqualTo("Opening " + address);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(night.copied).containsExactly(Sample.commit("1be90d7").hex());
        assertThat(textOf("#note")).isEqualTo("Copied");
        pass(robot, Duration.ofSeconds(6));
        assertThat(textOf("#note")).isEmpty();
        on(robot, () -> commits.getSelectionModel().select(0));
        on(robot, () -> inRow("Open in the browser").fire());
        on(robot, () -> inRow("Copy the full id").fire());
        assertThat(night.opened).hasSize(2);
        assertThat(night.copied).hasSize(2);
    }

    private Button inRow(String name) {
        return visible((Parent) node("#commits")).stream()
                .filter(each -> each instanceof Button && name.equals(each.getAccessibleText()))
                .map(each -> (Button) each)
                .reduce((one, other) -> {
                    throw new AssertionError("more than one " + name);
                })
                .orElseThrow();
    }

    @Test
    void whereTheKeyboardIsInTheTableThePageIsCopied(FxRobot robot) {
        on(robot, () -> node("#packages").requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(night.copied).singleElement().asString().startsWith("3 of 16 packages differ from base");
    }

    @Test
    void thePointerAtRestExplainsARowInTheSameWindow(FxRobot robot) throws TimeoutException {
        robot.moveTo("summit_utils");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> node(".hint").isVisible());
        assertThat(textOf(".hint")).contains("Running " + Sample.commit("1be90d7"), "Needs attention: pin not on");
        assertThat(robot.listWindows()).hasSize(1);
        robot.moveTo("#verdict");
        assertThat(node(".hint").isVisible()).isFalse();
    }

    @Test
    void filterAndSegmentsNarrowTheTable(FxRobot robot) {
        assertThat(scene().getRoot().lookupAll(".segmented-button .toggle-button:selected").stream()
                        .filter(Nodes::isShown)
                        .map(each -> ((ToggleButton) each).getText()))
                .as("what a window opens with")
                .containsExactly("All 16");
        robot.clickOn("#filter").write("wep");
        TableView<?> table = (TableView<?>) node("#packages");
        assertThat(table.getItems()).hasSize(1);
        robot.clickOn("#filter").eraseText(3);
        robot.clickOn("Differ 3");
        assertThat(table.getItems()).hasSize(3);
        on(robot, () -> night.console()
                .model()
                .environment()
                .segmentProperty()
                .set(EnvironmentViewModel.Segment.ATTENTION));
        assertThat(node("#packages").getScene().getRoot().lookupAll(".toggle-button:selected").stream()
                        .map(each -> ((ToggleButton) each).getText()))
                .as("the bar shows what narrows the table, whoever chose it")
                .anyMatch(text -> text.startsWith("Attention"))
                .noneMatch(text -> text.startsWith("Differ"));
    }

    @Test
    void helpIsShownInTheWindow(FxRobot robot) {
        on(robot, () -> node("#packages").requestFocus());
        robot.type(KeyCode.F1);
        assertThat(node("#help").isVisible()).isTrue();
        assertThat(robot.listWindows()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(node("#help").isVisible()).isFalse();
    }

    @Test
    void everyControlHasAName(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        on(robot, () -> night.reads(() -> Sample.held(night.time.instant())));
        on(robot, () -> night.console().model().resume().preview());
        assertThat(nameless()).isEmpty();
        on(robot, () -> night.console().model().environment().chooseWorst());
        assertThat(nameless()).isEmpty();
        on(robot, () -> night.console().model().go(Page.JOURNAL));
        assertThat(nameless()).isEmpty();
        on(robot, () -> ((Control) node("#rail-journal")).setAccessibleText(null));
        on(robot, () -> ((Labeled) node("#rail-journal")).setText(""));
        assertThat(nameless()).as("a planted nameless control").hasSize(1);
    }

    private List<String> nameless() {
        return visible(scene().getRoot()).stream()
                .filter(each -> each instanceof Control && each.isFocusTraversable())
                .filter(each -> !(each instanceof SplitPane || each instanceof ScrollPane))
                .filter(each -> nameOf((Control) each).isBlank())
                .map(Node::toString)
                .toList();
    }

    private static String nameOf(Control control) {
        String name = control.getAccessibleText();
        if (name != null) {
            return name;
        }
        return control instanceof ButtonBase button && button.getText() != null ? button.getText() : "";
    }
}
