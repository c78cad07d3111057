package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obsenv.console.changes.Asked;
import org.obsenv.console.support.Theme;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.WhiteSpace;
import org.obsenv.fixture.FxHeartbeat;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The diff of one file, by keys. */
class DiffWindowTest extends WindowFixture {
    private static final double LEAST_CONTRAST = 4.5;

    @Start
    void begin(Stage given) {
        open(given);
    }

    private void diff(FxRobot robot, String path, String before, String after) {
        FileChange file = new FileChange(FileChange.Kind.MODIFIED, path, path, 0, 0);
        Comparison lines = Comparison.of(FileText.of(before), FileText.of(after), WhiteSpace.SHOWN);
        on(robot, () -> night.console().model().environment().chooseWorst());
        on(robot, () -> night.console()
                .model()
                .changes()
                .onShow()
                .show(new Asked.Answered<>(Known.of(new FileDiff(file, List.of(), Optional.of(lines))))));
        on(robot, () -> node("#diff").requestFocus());
    }

    private ListView<?> list() {
        return (ListView<?>) node("#diff");
    }

    private List<String> rows() {
        return visible((Parent) node("#diff")).stream()
                .filter(each -> each.getStyleClass().contains("list-cell") && each.getAccessibleText() != null)
                .map(Node::getAccessibleText)
                .toList();
    }

    private static String numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    private void hold(FxRobot robot, KeyCode modifier, KeyCode key) {
        robot.press(modifier, key).release(key, modifier);
        on(robot, () -> {});
    }

    @Test
    void keysGoFromChangeToChangeAndOpenFolds(FxRobot robot) {
        String before = numbered(200);
        diff(robot, "a.txt", before, before.replace("line 50\n", "fifty\n").replace("line 150\n", "hundred\n"));
        assertThat(rows().getFirst()).isEqualTo("⌄ 46 unchanged lines");
        robot.type(KeyCode.N);
        assertThat(list().getSelectionModel().getSelectedIndex()).isEqualTo(4);
        robot.type(KeyCode.N);
        assertThat(list().getSelectionModel().getSelectedIndex()).isEqualTo(13);
        robot.type(KeyCode.N);
        assertThat(list().getSelectionModel().getSelectedIndex())
                .as("there is no third")
                .isEqualTo(13);
        hold(robot, KeyCode.SHIFT, KeyCode.N);
        assertThat(list().getSelectionModel().getSelectedIndex()).isEqualTo(4);
        assertThat(rows()).contains("removed, line 50: line 50", "added, line 50: fifty");
        on(robot, () -> list().getSelectionModel().clearAndSelect(0));
        robot.type(KeyCode.ENTER);
        on(robot, () -> {});
        assertThat(rows()).startsWith("line 1: line 1");
        assertThat(list().getItems()).hasSize(19 - 1 + 46);
        robot.type(KeyCode.F);
        assertThat(list().getItems()).hasSize(202);
        robot.type(KeyCode.F);
        assertThat(list().getItems()).hasSize(19);
    }

    @Test
    void sideBySideAndWhiteSpaceAreOneKeyEach(FxRobot robot) {
        diff(robot, "a.py", "def f():\n  pass\nend\n", "def f():\n    pass\nfinish\n");
        assertThat(list().getItems()).hasSize(5);
        robot.type(KeyCode.S);
        on(robot, () -> {});
        assertThat(list().getItems()).hasSize(3);
        assertThat(rows()).contains("removed, line 2:   pass added, line 2:     pass");
        assertThat(((ToggleButton) node("#diff-sides")).isSelected()).isTrue();
        robot.type(KeyCode.W);
        on(robot, () -> {});
        assertThat(rows()).contains("line 2:     pass", "removed, line 3: end added, line 3: finish");
        assertThat(((ToggleButton) node("#diff-white")).isSelected()).isTrue();
        robot.clickOn("#diff-sides").clickOn("#diff-white");
        on(robot, () -> {});
        assertThat(list().getItems()).hasSize(5);
    }

    @Test
    void whatDiffersInWhiteSpaceOnlyIsSaidToBeIgnored(FxRobot robot) {
        diff(robot, "a.py", "a b\n", "a  b\n");
        robot.type(KeyCode.W);
        on(robot, () -> {});
        assertThat(texts()).contains("Only white space differs, and it is ignored");
    }

    @Test
    void aSearchCountsGoesRoundOpensFoldsAndIsLeftByEscape(FxRobot robot) {
        String before = numbered(200);
        diff(robot, "a.txt", before, before.replace("line 50\n", "line 199 not\n"));
        hold(robot, KeyCode.CONTROL, KeyCode.F);
        robot.write("LINE 199".toLowerCase(Locale.ROOT));
        on(robot, () -> {});
        assertThat(texts()).contains("2 found");
        robot.type(KeyCode.ENTER);
        assertThat(texts()).contains("1 of 2");
        robot.type(KeyCode.ENTER);
        on(robot, () -> {});
        assertThat(texts()).contains("2 of 2");
        assertThat(rows()).contains("line 199: line 199");
        hold(robot, KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(texts()).contains("1 of 2");
        robot.write(" nowhere");
        on(robot, () -> {});
        assertThat(texts()).contains("not found");
        robot.type(KeyCode.ESCAPE);
        assertThat(node("#diff-find").isVisible()).isFalse();
        assertThat(node("#changes").isVisible()).as("the drawer stays").isTrue();
    }

    @Test
    void chosenLinesAreCopiedAsTheyAreWritten(FxRobot robot) {
        diff(robot, "a.txt", "one\ntwo\nthree\n", "one\n\tTWO \u202e\nthree");
        on(robot, () -> list().getSelectionModel().clearAndSelect(0));
        hold(robot, KeyCode.SHIFT, KeyCode.DOWN);
        hold(robot, KeyCode.SHIFT, KeyCode.DOWN);
        hold(robot, KeyCode.SHIFT, KeyCode.DOWN);
        hold(robot, KeyCode.CONTROL, KeyCode.C);
        assertThat(night.copied).containsExactly("one\ntwo\nthree\n\tTWO \u202e\n");
        assertThat(rows()).contains("added, line 2: →       TWO \\u202e");
    }

    @Test
    void aDiffOf268000LinesOpensAtOnceAndScrollsSmoothly(FxRobot robot) {
        String before = numbered(134_000);
        Comparison lines =
                Comparison.of(FileText.of(before), FileText.of(before.replace("line", "text")), WhiteSpace.SHOWN);
        FileChange file = new FileChange(FileChange.Kind.MODIFIED, "a.py", "a.py", 0, 0);
        on(robot, () -> night.console().model().environment().chooseWorst());
        FileDiff diff = new FileDiff(file, List.of(), Optional.of(lines));
        try (FxHeartbeat heartbeat = FxHeartbeat.start()) {
            on(robot, () -> night.console().model().changes().onShow().show(new Asked.Answered<>(Known.of(diff))));
            assertThat(list().getItems()).hasSize(268_000);
            for (int i = 0; i < 40; i++) {
                int row = i * 6_700;
                on(robot, () -> list().scrollTo(row));
            }
            on(robot, () -> list().scrollTo(267_999));
            assertThat(rows()).contains("added, line 134000: text 134000");
            // Forty jumps to lines that were never seen, on two busy cores; a wheel moves three lines.
            assertThat(heartbeat.longest().own()).as("%s", heartbeat.longest()).isLessThan(Duration.ofMillis(400));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyInkCanBeReadOnEveryGround(Theme theme, FxRobot robot) {
        on(robot, () -> night.console().model().themeProperty().set(theme));
        diff(robot, "a.py", "def f(): # 1\n", "def f(): # 2\n");
        List<String> bad = new ArrayList<>();
        for (String ground : List.of("same-ground", "added-ground", "removed-ground", "fold-ground")) {
            for (String ink : List.of("gutter", "remark", "added-sign", "removed-sign")) {
                tell(bad, ink, ground);
            }
        }
        for (String ground : List.of(
                "same-ground", "added-ground", "removed-ground", "added-word", "removed-word", "hit", "hit-here")) {
            for (String ink : List.of("plain", "keyword", "name", "string", "number", "comment", "markup")) {
                tell(bad, ink, ground);
            }
        }
        assertThat(bad).isEmpty();
        assertThat(contrast(Color.BLACK, Color.rgb(50, 0, 0)))
                .as("what cannot be read")
                .isLessThan(LEAST_CONTRAST);
    }

    private void tell(List<String> bad, String ink, String ground) {
        double found = contrast(ink(ink), ink(ground));
        if (found < LEAST_CONTRAST) {
            bad.add(ink + " on " + ground + ": " + found);
        }
    }

    private Color ink(String name) {
        Text sample = (Text) Objects.requireNonNull(scene().lookup(".diff-ink-" + name), name);
        return (Color) sample.getFill();
    }

    /** As WCAG 2 counts it. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Test
    void whatIsSaidOfAFileStandsAboveItsLines(FxRobot robot) {
        FileChange file = new FileChange(FileChange.Kind.MODIFIED, "x.png", "x.png", -1, -1);
        on(robot, () -> night.console().model().environment().chooseWorst());
        on(robot, () -> night.console()
                .model()
                .changes()
                .onShow()
                .show(new Asked.Answered<>(
                        Known.of(new FileDiff(file, List.of("binary file, 3 bytes → 2 bytes"), Optional.empty())))));
        assertThat(texts()).contains("binary file, 3 bytes → 2 bytes", "There are no lines to compare");
        assertThat(visible(scene().getRoot()).stream().filter(each -> each instanceof Label))
                .isNotEmpty();
    }
}
