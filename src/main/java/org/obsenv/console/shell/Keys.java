package org.obsenv.console.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.obsenv.console.changes.FileDiffPane;
import org.obsenv.console.pull.PullViewModel;

/** The keys that work everywhere in the window. They come before the control that has the keyboard. */
final class Keys {
    private static final KeyCombination ROLL_BACK =
            new KeyCodeCombination(KeyCode.B, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination THEME = new KeyCodeCombination(KeyCode.T, KeyCombination.CONTROL_DOWN);
    /** The pages as they stand in the rail, from the top. */
    private static final List<KeyCombination> PAGES = IntStream.rangeClosed(1, 9)
            .<KeyCombination>mapToObj(
                    n -> new KeyCodeCombination(KeyCode.valueOf("DIGIT" + n), KeyCombination.CONTROL_DOWN))
            .toList();

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.CONTROL_DOWN);
    private static final KeyCombination PULL = new KeyCodeCombination(KeyCode.U, KeyCombination.CONTROL_DOWN);
    private static final KeyCombination FILTER = new KeyCodeCombination(KeyCode.F, KeyCombination.CONTROL_DOWN);

    private final ShellView view;
    private final ShellViewModel model;
    private final HeldKeys held = new HeldKeys();

    private Keys(ShellView view) {
        this.view = view;
        this.model = view.model();
    }

    static void install(Scene scene, ShellView view) {
        Keys keys = new Keys(view);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, keys.held::released);
        scene.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
        scene.windowProperty()
                .flatMap(window -> window.focusedProperty())
                .orElse(false)
                .subscribe(focused -> keys.held.forget());
    }

    private void pressed(KeyEvent event) {
        boolean fresh = held.pressed(event);
        if (!fresh && event.getTarget() instanceof ButtonBase && isPress(event.getCode())) {
            // A key held down on a button clicks once: not again when a short roll back has ended, and not on the
            // button of the next page that got the keyboard meanwhile.
            event.consume();
        } else if (ROLL_BACK.match(event)) {
            if (fresh) {
                model.rollback().start();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            if (FileDiffPane.around(event.getTarget())
                            .filter(FileDiffPane::closeFind)
                            .isPresent()
                    || view.escape()) {
                event.consume();
            }
        } else if (act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            model.refresh();
        } else if (event.getCode() == KeyCode.F1) {
            view.toggleHelp();
        } else if (THEME.match(event)) {
            model.nextTheme();
        } else if (PULL.match(event) && !isText(event.getTarget())) {
            // In a field it is about what is typed there; whoever types does not mean to pull.
            model.pages().pull().ifPresent(PullViewModel::pull);
        } else if (FILTER.match(event) && FileDiffPane.around(event.getTarget()).isPresent()) {
            FileDiffPane.around(event.getTarget()).ifPresent(FileDiffPane::find);
        } else if (FILTER.match(event)) {
            model.go(Page.ENVIRONMENT);
            view.environment().focusFilter();
        } else if (COPY.match(event) && !isText(event.getTarget())) {
            if (FileDiffPane.around(event.getTarget())
                    .filter(FileDiffPane::copy)
                    .isEmpty()) {
                view.copy();
            }
        } else {
            return goToPage(event);
        }
        return true;
    }

    private boolean goToPage(KeyEvent event) {
        List<Page> pages = model.pages().inRail();
        for (int i = 0; i < PAGES.size(); i++) {
            if (PAGES.get(i).match(event)) {
                if (i < pages.size()) {
                    model.go(pages.get(i));
                }
                return true;
            }
        }
        return false;
    }

    private void typed(KeyEvent event) {
        if (isText(event.getTarget())) {
            return;
        }
        if (model.pageProperty().get() == Page.CHANGES && view.review().typed(event.getCharacter())) {
            event.consume();
            return;
        }
        switch (event.getCharacter()) {
            case "?" -> view.toggleHelp();
            case "[" -> model.changes().step(-1);
            case "]" -> model.changes().step(1);
            case "/" -> {
                model.go(Page.ENVIRONMENT);
                view.environment().focusFilter();
            }
            default -> {
                if (FileDiffPane.beside(event.getTarget())
                        .filter(diff -> diff.typed(event.getCharacter()))
                        .isEmpty()) {
                    return;
                }
            }
        }
        event.consume();
    }

    private static boolean isPress(KeyCode code) {
        return code == KeyCode.ENTER || code == KeyCode.SPACE;
    }

    private static boolean isText(EventTarget target) {
        return target instanceof TextInputControl;
    }
}
