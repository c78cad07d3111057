package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.protocol.Verb;

/** A maintainer's afternoon in the window, on a real site with real verbs: review, edit, set base, see it on the disk, roll back to it. */
class BaseByClickTest extends ConsoleOnSite {
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final String LIST = "# by hand\nts_wep: v1.0.0 # why\nsummit_utils: v1.0.0\ncwfs: v1.0.0\n";

    private CommitId released;

    @Override
    public void init() throws Exception {
        super.init();
        environment.writeList(LIST);
        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);
        released = environment.remote("ts_wep").release("v1.1.0", "version = 11\n");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 12\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
    }

    @Test
    void fromReviewToEditToBaseToRollBackToIt() throws Exception {
        clickOn("#rail-base");
        waitUntil(() -> title().equals("Base: the list is in force") && sub().contains("nobody reviewed this list"));

        clickOn("#base-review");
        waitUntil(() -> sub().contains("due in 23 h"));
        assertThat(environment.baseList()).hasContent(LIST);

        choose("ts_wep");
        clickOn("#base-choose");
        clickOn("#base-typed").write("1.1");
        waitUntil(() -> lookup("#base-matches .list-cell").queryAll().stream().anyMatch(Node::isVisible));
        clickOn("#base-typed").eraseText(3).write("v1.1.0\n");
        waitUntil(() -> title().equals("Base: 1 pin would change")
                && rows().getFirst().contains("+1 commit, 1 release".replace(", ", " · ")));
        assertThat(environment.baseList()).hasContent(LIST);

        clickOn("#base-reason").write("Night of the release");
        clickOn("#base-build");
        waitUntil(() -> texts().stream().anyMatch(each -> each.contains("The disk shows it")));

        assertThat(environment.baseList()).hasContent(LIST.replace("ts_wep: v1.0.0", "ts_wep: v1.1.0"));
        GenerationId base = base();
        assertThat(environment.manifest(base).packages()).containsEntry(WEP, released);
        assertThat(environment.newestEntry().reason()).contains("Night of the release");

        clickOn("#base-history");
        waitUntil(() ->
                ((TableView<?>) lookup("#base-versions").query()).getItems().size() == 3);
        interact(() -> ((TableView<?>) lookup("#base-versions").query())
                .getSelectionModel()
                .select(1));
        waitUntil(
                () -> lookup("#base-return").tryQuery().filter(Node::isVisible).isPresent());
        clickOn("#base-return");
        waitUntil(() -> title().equals("Base: 1 pin would change"));
        clickOn("#base-start-over");

        clickOn("#rail-environment");
        clickOn("#rollback");
        waitUntil(() -> proof().startsWith("Verified 3 of 3 at base"));
        assertThat(environment.current()).isEqualTo("generations/" + base.written());
        assertThat(environment.runningCommit("ts_wep")).contains(released);
    }

    @Test
    void aListThatWasEditedMeanwhileIsReviewedAgainFirst() throws Exception {
        clickOn("#rail-base");
        waitUntil(() -> title().equals("Base: the list is in force"));
        choose("ts_wep");
        clickOn("#base-take-run");
        waitUntil(() -> title().equals("Base: 1 pin would change"));

        environment.writeList(LIST + "# somebody else\n");
        waitUntil(() -> texts().stream().anyMatch(each -> each.startsWith("The list changed at ")));
        assertThat(lookup("#base-build").query().isDisabled()).isTrue();

        clickOn("#base-review-again");
        waitUntil(() -> !lookup("#base-build").query().isDisabled());
        clickOn("#base-build");
        waitUntil(() -> texts().stream().anyMatch(each -> each.contains("The disk shows it")));
        assertThat(text())
                .startsWith("# by hand\nts_wep: ")
                .endsWith("# somebody else\n")
                .contains(" # why\n");
    }

    private void choose(String name) {
        interact(() -> {
            TableView<?> table = (TableView<?>) lookup("#base-table").query();
            for (int i = 0; i < table.getItems().size(); i++) {
                if (table.getItems().get(i).toString().contains("[name=" + name + ",")) {
                    table.getSelectionModel().select(i);
                }
            }
        });
    }

    private List<String> rows() {
        return ((TableView<?>) lookup("#base-table").query())
                .getItems().stream().map(Object::toString).toList();
    }

    private List<String> texts() {
        return lookup("#base .label").queryAll().stream()
                .filter(Node::isVisible)
                .map(each -> ((Label) each).getText())
                .toList();
    }

    private String title() {
        return label("#base-title");
    }

    private String sub() {
        return label("#base-sub");
    }

    private String label(String id) {
        return lookup(id).tryQuery().map(each -> ((Label) each).getText()).orElse("");
    }

    private GenerationId base() {
        try {
            return environment.links().base().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return Files.readString(environment.baseList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
