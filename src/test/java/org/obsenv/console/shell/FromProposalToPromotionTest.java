package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.helper.PromotionSite.WEEKLY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.signoff.SignOffParts;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.comparison.ImageComparison;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Retention;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.evidence.ForeignReports;
import org.obsenv.helper.PromotionSite;
import org.obsenv.images.OciImages;
import org.obsenv.protocol.SignOffGateway;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.registry.Credentials;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A maintainer, an owner, a lead and her designate at their consoles, one store, the verb itself and a real registry. */
class FromProposalToPromotionTest extends WindowFixture {
    private static final Map<String, String> OTHERS =
            Map.of("lead1", "platform", "lead3", "owner", "lead5", "community", "lead6", "middleware");

    private @TempDir Path directory;

    private PromotionSite there;
    /** What a person points at when she is asked for a file. */
    private Optional<Path> report = Optional.empty();

    @Start
    void begin(Stage given) {
        open(given);
    }

    @BeforeEach
    void openStore() {
        there = new PromotionSite(directory);
        there.site.passes(Duration.between(there.site.now(), Sample.NOW));
    }

    @AfterEach
    void close() {
        there.close();
    }

    @Test
    void climbsTheWholeLadderAndComesBack(FxRobot robot) throws IOException {
        at(robot, "maint1");
        robot.clickOn("#propose");
        robot.clickOn("#proposal-reason").write("a slip").type(KeyCode.ESCAPE);
        settle(robot);
        assertThat(node("#proposal").isVisible()).isFalse();
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.SIGN_OFF);
        robot.clickOn("#propose");
        robot.clickOn("#proposal-tag").write("w_2026_45");
        settle(robot);
        assertThat(textOf("#proposal-meaning"))
                .isEqualTo("w_2026_45 means " + there.image.shortened()
                        + " now: that is what people will be asked about.");
        robot.clickOn("#proposal-reason").write("new middleware");
        robot.clickOn("#proposal-replaces").write("w_2026_38");
        robot.clickOn("#proposal-send");
        settle(robot);
        assertThat(candidate().image()).contains(there.image);
        assertThat(node("#proposal").isVisible()).isFalse();
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 is on its way");

        robot.clickOn("#meeting-rsp-open");
        robot.clickOn("#meeting-rsp-note").write("no objections");
        robot.clickOn("#meeting-rsp-agreed");
        settle(robot);
        robot.clickOn("#meeting-coordination-open").clickOn("#meeting-coordination-agreed");
        settle(robot);
        robot.clickOn("#ticket-open").clickOn("#ticket-key").write("DM-51902").type(KeyCode.ENTER);
        settle(robot);

        at(robot, "owner1");
        report = Optional.of(Files.writeString(
                directory.resolve("report.xml"),
                "<testsuite name=\"tutorials\" tests=\"2\"><testcase name=\"a\"/><testcase name=\"b\"/></testsuite>"));
        robot.clickOn("#check-1-open").clickOn("#check-1-report");
        settle(robot);
        assertThat(candidate().acts().getLast().deed()).isInstanceOf(Deed.TicketOpened.class);
        robot.clickOn("#report-enter");
        settle(robot);
        assertThat(candidate().acts().getLast().deed()).isInstanceOfSatisfying(Deed.Checked.class, each -> assertThat(
                        each.evidence().orElseThrow())
                .contains("report.xml"));
        for (int cell = 2; cell <= 3; cell++) {
            robot.clickOn("#check-" + cell + "-open").clickOn("#check-" + cell + "-passed");
            settle(robot);
        }
        assertThat(texts()).contains("3 of 3 passed");

        OTHERS.forEach((lead, seat) -> recorded(there.site.act(
                lead, WEEKLY, there.image, new Deed.Acknowledged(seat, Optional.empty(), Optional.empty()))));
        at(robot, "lead2");
        robot.clickOn("#designate");
        settle(robot);
        robot.write("dana");
        robot.clickOn("#designate-to").write("2026-12-14");
        robot.clickOn("#designate-send");
        settle(robot);
        at(robot, "dana");
        robot.clickOn("#sign");
        settle(robot);
        assertThat(candidate().acts().getLast().actor()).isEqualTo("dana");
        assertThat(candidate().acts().getLast().deed())
                .isEqualTo(new Deed.Acknowledged("pipelines", Optional.of("lead2"), Optional.empty()));
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 is ready to promote");
        assertThat(node("#promote").isDisabled()).isTrue();

        at(robot, "maint1");
        for (int i = 1; i <= 2; i++) {
            robot.clickOn("#pulled-" + i);
            settle(robot);
            assertThat(((CheckBox) node("#pulled-" + i)).isSelected()).isTrue();
        }
        assertThat(node("#promote").isDisabled()).isTrue();
        recorded(there.site.say(
                "maint1",
                new WindowChange.Added(
                        "Patch Thursday",
                        Sample.NOW.minus(Duration.ofMinutes(5)),
                        Sample.NOW.plus(Duration.ofHours(2)))));
        pass(robot, Duration.ofSeconds(2));
        settle(robot);
        assertThat(texts()).contains("recommended: Weekly 2026_38 → Weekly 2026_45 (" + there.image.shortened() + ")");
        robot.clickOn("#promote");
        settle(robot);
        assertThat(there.recommended()).contains(there.image);
        assertThat(candidate().promotion()).isPresent();
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 is recommended");
        assertThat(texts()).anyMatch(text -> text.endsWith(" means " + there.image));

        pass(robot, Duration.ofSeconds(61));
        robot.clickOn("#put-back-open")
                .clickOn("#put-back-reason")
                .write("tutorials crash")
                .type(KeyCode.ENTER);
        settle(robot);
        assertThat(there.recommended()).contains(there.before);
        assertThat(candidate().promotion()).isEmpty();
    }

    private void at(FxRobot robot, String actor) {
        on(robot, () -> show(Night.signingOff(actor, parts(actor))));
        robot.clickOn("#rail-sign-off");
        settle(robot);
    }

    private void settle(FxRobot robot) {
        on(robot, () -> {});
    }

    private SignOffParts parts(String actor) {
        RegistryAddress address = new RegistryAddress(there.registry.base(), PromotionSite.REPOSITORY);
        ImageSource images = new OciImages(new RegistryClient(address, PromotionSite.WRITER), there.site::now);
        return new SignOffParts(
                there.site.site().signOff().orElseThrow().policy(),
                there.site.reader(Seen.nothing()),
                new SignOffGateway() {
                    @Override
                    public Outcome run(SignOffRequest request) {
                        return there.site.run(actor, request.ask());
                    }

                    @Override
                    public Permission permission() {
                        return new Permission.Granted();
                    }

                    @Override
                    public String typedCommand() {
                        return "signoff";
                    }
                },
                Optional.of(new SiteImages(images, "recommended", true, Retention.USUAL)),
                there.site.site().windows(),
                new ImageComparison(Optional.of(images), "recommended", Optional.empty()),
                new ForeignReports(new Credentials.Anonymous()),
                title -> report,
                there.site.site().zone());
    }

    private Candidate candidate() {
        return there.site.candidate(WEEKLY).candidate();
    }

    private static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }
}
