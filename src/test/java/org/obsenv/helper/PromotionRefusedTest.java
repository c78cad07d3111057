package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.helper.PromotionSite.WEEKLY;
import static org.obsenv.helper.PromotionSite.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowChange;

/** Every reason why the recommended tag stays where it is: store and registry are as they were. */
class PromotionRefusedTest {
    private static final SessionName THURSDAY = new SessionName.Planned(LocalDate.of(2026, 11, 19));

    private @TempDir Path directory;

    private PromotionSite there;

    @BeforeEach
    void open() {
        there = new PromotionSite(directory);
    }

    @AfterEach
    void close() {
        there.close();
    }

    @Test
    void beforeTheLadderIsComplete() {
        there.climb();
        there.pull();
        there.confirm();
        there.open();
        recorded(there.site.act("lead1", WEEKLY, there.image, new Deed.Objected("platform", "no")));
        refuses(Refusal.NOT_AGREED, there.promote("maint1"));
    }

    @Test
    void beforeItIsOnTheNodesOfEveryDeployment() {
        there.climb();
        there.confirm();
        there.open();
        there.act("maint1", new Deed.Pulled("summit"));
        assertThat(refuses(Refusal.NOT_PULLED, there.promote("maint1")).facts()).containsEntry("missing", "data-int");
    }

    @Test
    void outsideAWindowAndInOneThatNobodyConfirmed() {
        there.climb();
        there.pull();
        assertThat(refuses(Refusal.WINDOW_CLOSED, there.promote("maint1")).facts())
                .containsEntry("window", "Patch Thursday")
                .containsEntry("at", "2026-11-19T23:00:00Z");
        there.open();
        refuses(Refusal.WINDOW_TENTATIVE, there.promote("maint1"));
        there.confirm();
        recorded(there.site.say("maint1", new WindowChange.Cancelled("Patch Thursday", THURSDAY)));
        refuses(Refusal.WINDOW_CLOSED, there.promote("maint1"));
        there.confirm();
        recorded(there.promote("maint1"));
    }

    @Test
    void afterTheWindowUnlessItOverran() {
        there.agree();
        there.site.passes(Duration.ofHours(2));
        refuses(Refusal.WINDOW_CLOSED, there.promote("maint1"));
        recorded(there.site.say(
                "maint1",
                new WindowChange.Overran(
                        "Patch Thursday", THURSDAY, there.site.now().plus(Duration.ofHours(1)))));
        recorded(there.promote("maint1"));
    }

    /** Nobody knows whether a session takes place whose record was edited. */
    @Test
    void whereWhatWasSaidOfWindowsIsNotAsItWasSealed() throws IOException {
        there.agree();
        recorded(there.promote("maint1"));
        Path windows = there.site.paths().store().resolve("windows.yaml");
        Files.writeString(windows, Files.readString(windows).replace("maint1", "maint2"));

        // A window is not asked for here: an edited one must not keep the night from going back.
        recorded(there.putBack("maint1"));
        refuses(Refusal.STORE_DAMAGED, there.promote("maint1"));
    }

    @Test
    void toWhoeverIsNoRecorder() {
        there.agree();
        refuses(Refusal.NOT_RECORDER, there.promote("lead1"));
        refuses(Refusal.NOT_RECORDER, there.promote("eve"));
        recorded(there.promote("maint1"));
        refuses(Refusal.NOT_RECORDER, there.putBack("lead1"));
    }

    @Test
    void whenTheCandidatesTagMovedOrIsGone() {
        there.agree();
        there.push("w_2026_45", "built again");
        refuses(Refusal.TAG_ELSEWHERE, there.promote("maint1"));
    }

    @Test
    void whenTheRecommendedTagIsNotWhatWasSeen() {
        there.agree();
        refuses(Refusal.RECOMMENDED_MOVED, there.promote("maint1", Optional.empty()));
        refuses(Refusal.RECOMMENDED_MOVED, there.promote("maint1", Optional.of(there.image)));
        recorded(there.promote("maint1"));
        there.push("recommended", "somebody else's");
        refuses(Refusal.RECOMMENDED_MOVED, there.putBack("maint1"));
    }

    @Test
    void whenTheRegistryIsAway() {
        there.agree();
        there.registry.stop();
        store(Refusal.IMAGES_SILENT, there.promote("maint1"));
    }

    @Test
    void whenOthersCouldReadTheCredentials() throws IOException {
        there.agree();
        for (String mode : new String[] {"rw-r-----", "rw----r--", "rw-rw-rw-"}) {
            Files.setPosixFilePermissions(there.credentials, PosixFilePermissions.fromString(mode));
            Outcome outcome = there.promote("maint1");
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                    .isIn(Refusal.CREDENTIALS_UNUSABLE, Refusal.UNTRUSTED_PATH));
        }
        Files.setPosixFilePermissions(there.credentials, PosixFilePermissions.fromString("rw-------"));
        recorded(there.promote("maint1"));
    }

    /** Whoever asks is no reader of the file: what is wrong with it is told, not what is in it. */
    @Test
    void tellsNothingOfWhatTheCredentialsAre() throws IOException {
        there.agree();
        for (String text : new String[] {
            "user: \"a:b\"\npassword: secret-1\n",
            "token: \"secret-1 x\"\n",
            "user: reader\npassword: secret-1\nsecret-1: x\n",
            "secret-1\n",
            "user: [secret-1]\npassword: secret-1\n",
            "password: &secret-1 secret-1\n"
        }) {
            Files.writeString(there.credentials, text);
            Outcome.Refused refused = refuses(Refusal.CREDENTIALS_UNUSABLE, there.promote("maint1"));
            assertThat(refused.facts().get("problem"))
                    .contains(there.credentials.toString())
                    .doesNotContain("secret-1");
        }
        Files.delete(there.credentials);
        refuses(Refusal.CREDENTIALS_UNUSABLE, there.promote("maint1"));
    }

    @Test
    void whenTheCredentialsAreNotGoodForIt() throws IOException {
        there.agree();
        Files.writeString(there.credentials, "user: reader\npassword: wrong\n");
        assertThat(refuses(Refusal.IMAGES_SILENT, there.promote("maint1"))
                        .facts()
                        .get("problem"))
                .contains("these credentials do not allow it");
    }

    @Test
    void whatIsNotUnderWay() {
        there.agree();
        refuses(Refusal.NOTHING_ORDERED, there.verify("maint1"));
        refuses(Refusal.NOT_RECOMMENDED, there.putBack("maint1"));
        refuses(
                Refusal.NOTHING_ORDERED,
                there.site.act("maint1", WEEKLY, there.image, new Deed.Promoted("x", Optional.empty())));
    }

    private Outcome.Refused refuses(Refusal refusal, Outcome outcome) {
        Optional<?> means = there.recommended();
        Outcome.Refused refused = store(refusal, outcome);
        assertThat(there.recommended()).isEqualTo(means);
        return refused;
    }

    /** The store's part: the site holds every refusal against the store's bytes. */
    private static Outcome.Refused store(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
        return (Outcome.Refused) outcome;
    }
}
