package org.obsenv.console.shell;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Tells a fresh press from the repeats of a key that is held down. */
final class HeldKeys {
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    /** Notes the press; true when the key was up before. */
    boolean pressed(KeyEvent event) {
        return held.add(event.getCode());
    }

    void released(KeyEvent event) {
        held.remove(event.getCode());
    }

    /** The window lost the keyboard: releases are no longer heard. */
    void forget() {
        held.clear();
    }
}
