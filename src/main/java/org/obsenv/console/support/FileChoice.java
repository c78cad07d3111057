package org.obsenv.console.support;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Has a person point at a file. FX thread. */
public interface FileChoice {
    /** The file; empty when she changed her mind. */
    Optional<Path> choose(String title);

    /** The system's own dialog, over the window that has the keyboard. */
    static FileChoice system() {
        return title -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            Window owner = Window.getWindows().stream()
                    .filter(Window::isFocused)
                    .findFirst()
                    .orElse(null);
            return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
        };
    }
}
