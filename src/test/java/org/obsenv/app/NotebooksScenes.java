package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.obsenv.demo.DemoSite;

/** The person's own notebooks: before, after, and where they are not. */
record NotebooksScenes(Play play) {
    List<Scene> all() {
        return List.of(
                Scene.of("notebooks-preview", () -> {
                            play.console().click("notebooks");
                            untilSaid("Your notebooks do not source base.");
                        })
                        .main()
                        .leftBy(() -> play.console().click("notebooks-close")),
                Scene.of("notebooks-at-base", () -> {
                            play.console().click("notebooks");
                            play.console().click("notebooks-confirm");
                            untilSaid("Your notebooks are at base.");
                        })
                        .leftBy(() -> {
                            play.console().click("notebooks-undo");
                            untilSaid("What was there before is back.");
                            play.console().click("notebooks-close");
                        }),
                Scene.of("notebooks-elsewhere", () -> {
                            move("notebooks", "away");
                            play.console().click("notebooks");
                            untilSaid("is not on this machine");
                        })
                        .leftBy(() -> {
                            move("away", "notebooks");
                            play.console().click("notebooks-close");
                        }));
    }

    private void move(String from, String to) throws IOException {
        Path home = DemoSite.home(play.demo().directory());
        Files.move(home.resolve(from), home.resolve(to));
    }

    private void untilSaid(String part) {
        until(() ->
                ask(() -> play.console().text("#notebooks-strip .strip-title").contains(part)));
    }
}
