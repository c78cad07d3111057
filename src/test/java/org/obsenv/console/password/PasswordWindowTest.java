package org.obsenv.console.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.console.support.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PasswordWindowTest {
    private static final String PROMPT = "Password of lead2, to sign as obs_ledger";

    private final List<Optional<String>> answers = new ArrayList<>();

    @Nullable
    private Stage stage;

    @Start
    void begin(Stage given) {
        open(given, new Question(PROMPT, false));
    }

    private void open(Stage given, Question question) {
        stage = given;
        PasswordWindow.open(given, question, Theme.RED, answers::add);
    }

    private Node node(String selector) {
        return Objects.requireNonNull(Objects.requireNonNull(stage).getScene().lookup(selector), selector);
    }

    private boolean isOpen() {
        return Objects.requireNonNull(stage).isShowing();
    }

    @Test
    void saysWhatItIsForAndHasTheKeyboard() {
        assertThat(((Labeled) node("#password-title")).getText()).isEqualTo(PROMPT);
        assertThat(node("#password").getAccessibleText()).isEqualTo(PROMPT);
        assertThat(node("#password").isFocused()).isTrue();
        assertThat(node("#password-wrong").isVisible()).isFalse();
        assertThat(node("#password-ok").isDisabled()).isTrue();
        assertThat(Objects.requireNonNull(stage).isAlwaysOnTop()).isTrue();
    }

    @Test
    void enterAnswersOnceAndLeavesNothingInTheField(FxRobot robot) {
        PasswordField field = (PasswordField) node("#password");
        robot.write("dome7").push(KeyCode.ENTER);
        assertThat(answers).containsExactly(Optional.of("dome7"));
        assertThat(field.getText()).isEmpty();
        assertThat(isOpen()).isFalse();
    }

    @Test
    void anEmptyFieldAnswersNothing(FxRobot robot) {
        robot.push(KeyCode.ENTER);
        assertThat(answers).isEmpty();
        assertThat(isOpen()).isTrue();
    }

    @Test
    void theButtonAnswers(FxRobot robot) {
        robot.write("dome7").clickOn("#password-ok");
        assertThat(answers).containsExactly(Optional.of("dome7"));
    }

    @Test
    void escapeCancelsWhateverWasWritten(FxRobot robot) {
        robot.write("dome7").push(KeyCode.ESCAPE);
        assertThat(answers).containsExactly(Optional.empty());
        assertThat(isOpen()).isFalse();
    }

    @Test
    void soDoTheButtonAndClosingTheWindow(FxRobot robot) {
        robot.write("dome7").clickOn("#password-cancel");
        assertThat(answers).containsExactly(Optional.empty());
        robot.interact(() -> open(new Stage(), new Question(PROMPT, false)));
        robot.interact(() -> Objects.requireNonNull(stage).close());
        assertThat(answers).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void anotherTrySaysThatTheOneBeforeWasWrong(FxRobot robot) {
        robot.interact(() -> open(new Stage(), new Question(PROMPT, true)));
        assertThat(node("#password-wrong").isVisible()).isTrue();
        assertThat(node("#password").getAccessibleText())
                .startsWith("The password before was not accepted.")
                .endsWith(PROMPT);
    }

    /** Whoever starts it could otherwise make it say something that is not there. */
    @Test
    void hiddenCharactersOfTheQuestionAreShown(FxRobot robot) {
        robot.interact(() -> open(new Stage(), new Question("Password\u202eof x", false)));
        assertThat(((Labeled) node("#password-title")).getText()).isEqualTo("Password\\u202eof x");
    }
}
