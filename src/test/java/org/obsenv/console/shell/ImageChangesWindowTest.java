package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleLedger;
import org.obsenv.domain.content.PackageList;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What changed since the image before, on the lead's page. */
class ImageChangesWindowTest extends WindowFixture {
    private final SampleLedger ledger = new SampleLedger("lead2");

    @Start
    void begin(Stage given) {
        open(given);
    }

    private void openPage(FxRobot robot) {
        on(robot, () -> show(Night.signingOff(ledger)));
        robot.clickOn("#rail-sign-off");
        on(robot, () -> {});
    }

    @Test
    void countsComeFirstThenRowsThatAFilterNarrows(FxRobot robot) {
        ledger.labels.put(SampleLedger.IMAGE, "numpy==2.3.1\nastropy==7.1\nscipy==1.17\npiff==1.4\n");
        ledger.labels.put(SampleLedger.BEFORE, "numpy==2.2.0\ncwfs==1.0\nscipy==1.17\npiff==1.5\n");
        openPage(robot);
        assertThat(((Hyperlink) node("#image-changes-link")).getText()).isEqualTo("what changed since Weekly 2026_38");

        robot.clickOn("#image-changes-link");
        on(robot, () -> {});

        assertThat(textOf("#image-changes-title")).isEqualTo("What changed in Weekly 2026_45 since Weekly 2026_38");
        assertThat(textOf("#image-changes-counts")).isEqualTo("1 added, 1 removed, 2 changed; 1 the same");
        assertThat(rows())
                .containsExactly(
                        "added astropy 7.1",
                        "removed cwfs 1.0",
                        "newer numpy 2.2.0 \u2192 2.3.1",
                        "older piff 1.5 \u2192 1.4");
        assertThat(node("#lead").isVisible()).isFalse();

        robot.write("NUM");
        on(robot, () -> {});
        assertThat(rows()).containsExactly("newer numpy 2.2.0 \u2192 2.3.1");
        robot.write("xx");
        on(robot, () -> {});
        assertThat(texts()).contains("No package that changed has \u201cNUMxx\u201d in its name");

        robot.type(KeyCode.ESCAPE);
        on(robot, () -> {});
        assertThat(node("#image-changes").isVisible()).isFalse();
        assertThat(node("#lead").isVisible()).isTrue();
        assertThat(node("#image-changes-link").isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        on(robot, () -> {});
        assertThat(rows()).hasSize(4);
    }

    @Test
    void whatCannotBeLookedUpIsUnknownUntilAListIsAttached(FxRobot robot) {
        openPage(robot);
        robot.clickOn("#image-changes-link");
        on(robot, () -> {});
        assertThat(texts())
                .contains("Unknown: Weekly 2026_45 cannot be looked up now: the sample looks into no image."
                        + " Look again later, or attach lists: obsenv signoff packages CANDIDATE FILE");
        assertThat(node("#image-changes-counts").isVisible()).isFalse();
        assertThat(node("#image-changes-list").isVisible()).isFalse();

        ledger.labels.put(SampleLedger.BEFORE, "numpy==2.3.1");
        ledger.act(
                SampleLedger.CANDIDATE,
                "maint1",
                0,
                SampleLedger.IMAGE,
                new Deed.PackagesListed("pip freeze", PackageList.of(Map.of("numpy", "2.3.1"))));
        pass(robot, Duration.ofSeconds(2));
        on(robot, () -> {});
        assertThat(textOf("#image-changes-counts")).isEqualTo("Nothing: its 1 package is the same in both.");

        robot.clickOn("#image-changes-close");
        robot.clickOn("Weekly 2026_43");
        on(robot, () -> {});
        assertThat(node("#image-changes").isVisible()).isFalse();
    }

    @Test
    void saysWhichImageIsRecommendedNow(FxRobot robot) {
        openPage(robot);
        assertThat(textOf("#recommended-now")).isEqualTo("Recommended (Weekly 2026_38)");

        recommended(
                robot,
                new Looked.Before<>(
                        Optional.of(SampleLedger.BEFORE), Sample.NOW.minus(Duration.ofHours(3)), "it is away"));
        assertThat(textOf("#recommended-now")).isEqualTo("Recommended (Weekly 2026_38), as of 3 h ago");

        recommended(robot, new Looked.Now<>(Optional.of(SampleLedger.OTHER), Sample.NOW));
        assertThat(textOf("#recommended-now")).isEqualTo("Recommended (sha256:ab12\u2026e1)");

        ledger.registry.put("w_2026_47", new Looked.Now<>(Optional.of(SampleLedger.OTHER), Sample.NOW));
        recommended(robot, new Looked.Now<>(Optional.of(SampleLedger.OTHER), Sample.NOW));
        assertThat(textOf("#recommended-now")).isEqualTo("Recommended (Weekly 2026_47)");

        Digest old = new Digest("sha256:" + "01d0".repeat(16));
        ledger.registry.put("w_2025_22", new Looked.Now<>(Optional.of(old), Sample.NOW));
        recommended(robot, new Looked.Now<>(Optional.of(old), Sample.NOW));
        assertThat(textOf("#recommended-now"))
                .isEqualTo("Recommended (Weekly 2025_22): may be removed from the registry in 8 days");

        recommended(robot, new Looked.Never<>("it is away"));
        assertThat(textOf("#recommended-now")).isEqualTo("Recommended: unknown, the registry is away");
    }

    private void recommended(FxRobot robot, Looked<Optional<Digest>> looked) {
        ledger.registry.put("recommended", looked);
        pass(robot, Duration.ofSeconds(61));
        on(robot, () -> {});
    }

    private List<String> rows() {
        return scene().getRoot().lookupAll("#image-changes-list .list-cell").stream()
                .map(cell -> cell.getAccessibleText())
                .filter(text -> text != null)
                .toList();
    }
}
