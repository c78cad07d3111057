package org.obsenv.console.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.EndingStrip;
import org.obsenv.console.acting.EndingTexts;
import org.obsenv.console.alarm.AlarmStrip;
import org.obsenv.console.csc.CscStrip;
import org.obsenv.console.deploy.DeployButton;
import org.obsenv.console.deploy.DeployForm;
import org.obsenv.console.environment.PackageRow;
import org.obsenv.console.letpass.RefusedPane;
import org.obsenv.console.notebooks.NotebooksStrip;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.PackageReading;
import org.obsenv.words.Words;

/** The strips of the environment's page that not every site has: one's own notebooks, and tests on sky. */
final class SiteStrips {
    private static final double DETAIL_LEAST = 8;

    private final ShellViewModel model;
    private final EndingTexts endings;
    private final Words words;
    private final Clipboard clipboard;
    private final Runnable keepKeyboard;

    /**
     * @param keepKeyboard called when a strip may have gone away with the control that has the keyboard
     */
    SiteStrips(ShellViewModel model, EndingTexts endings, Words words, Clipboard clipboard, Runnable keepKeyboard) {
        this.model = model;
        this.endings = endings;
        this.words = words;
        this.clipboard = clipboard;
        this.keepKeyboard = keepKeyboard;
    }

    List<Node> all() {
        List<Node> strips = new ArrayList<>();
        model.pages().notebooks().ifPresent(each -> strips.add(new NotebooksStrip(each, clipboard)));
        model.pages().pull().ifPresent(each -> strips.add(ending("pull-ending", each.endingProperty(), each::dismiss)));
        model.pages()
                .letPass()
                .ifPresent(each -> strips.add(ending("let-pass-ending", each.endingProperty(), each::dismiss)));
        strips.add(ending(
                "undo-ending",
                model.pages().undo().endingProperty(),
                model.pages().undo()::dismiss));
        model.pages().deploy().ifPresent(each -> {
            strips.add(ending("deploy-ending", each.endingProperty(), each::dismiss));
            strips.add(new DeployForm(each, words));
            each.stateProperty().subscribe(state -> keepKeyboard.run());
        });
        model.pages().alarms().ifPresent(each -> {
            strips.add(ending("alarm-ending", each.endingProperty(), each::dismiss));
            strips.add(new AlarmStrip(each, words));
            each.lookProperty().subscribe(look -> keepKeyboard.run());
            each.formProperty().subscribe(form -> keepKeyboard.run());
        });
        model.pages().cscs().ifPresent(each -> {
            strips.add(new CscStrip(each, words));
            each.lookProperty().subscribe(look -> keepKeyboard.run());
        });
        return strips;
    }

    private EndingStrip ending(String id, ReadOnlyObjectProperty<Optional<Ending>> ending, Runnable dismiss) {
        EndingStrip strip = new EndingStrip(id, words, clipboard, dismiss);
        ending.subscribe(each -> {
            strip.show(each.map(endings::of));
            keepKeyboard.run();
        });
        return strip;
    }

    /** The detail of a package, and over it why its head is refused. */
    VBox detail(Region drawer) {
        VBox detail = new VBox();
        refused().ifPresent(detail.getChildren()::add);
        detail.getChildren().add(drawer);
        VBox.setVgrow(drawer, Priority.ALWAYS);
        // Whatever stands over it, some of the commits and of the diff stays in sight.
        drawer.setMinHeight(Nodes.em(DETAIL_LEAST));
        return detail;
    }

    private Optional<Node> refused() {
        return model.pages().letPass().map(each -> {
            RefusedPane pane = new RefusedPane(each, words);
            model.environment()
                    .chosenProperty()
                    .subscribe(chosen ->
                            each.choose(chosen.map(PackageRow::reading).map(PackageReading::name)));
            each.stateProperty().subscribe(state -> keepKeyboard.run());
            return pane;
        });
    }

    /** Takes the package whose detail is open into a test. */
    Optional<Node> button() {
        return model.pages()
                .deploy()
                .map(each -> new DeployButton(each, words, () -> model.environment()
                        .chosenProperty()
                        .get()
                        .map(PackageRow::reading)
                        .map(PackageReading::name)));
    }
}
