package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.helper.PromotionSite.WEEKLY;
import static org.obsenv.helper.PromotionSite.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.TagMove;

/** Where somebody else may write the tag: what is to be done is recorded, and later what was found. */
class PromotionByHandTest {
    private @TempDir Path directory;

    @Test
    void recordsTheExactInputsAndVerifiesLater() {
        try (PromotionSite there = new PromotionSite(directory, "credentials", "recommended")) {
            there.agree();
            Outcome.Recorded ordered = recorded(there.promote("maint1"));
            assertThat(there.recommended()).contains(there.before);
            assertThat(there.newest().deed())
                    .isEqualTo(new Deed.PromotionOrdered("recommended", Optional.of(there.before)));
            assertThat(ordered.notes())
                    .singleElement()
                    .asString()
                    .contains("make recommended of 127.0.0.1:")
                    .contains("mean " + there.image)
                    .endsWith("obsenv signoff verify " + WEEKLY);

            refuses(Refusal.NOT_MOVED, there.verify("maint1"));
            refuses(Refusal.ALREADY_ORDERED, there.promote("maint1"));
            there.push("recommended", "w_2026_45");

            recorded(there.verify("maint1"));
            assertThat(there.newest().deed()).isEqualTo(new Deed.Promoted("recommended", Optional.of(there.before)));

            recorded(there.putBack("maint1"));
            assertThat(there.recommended()).contains(there.image);
            assertThat(there.site.candidate(WEEKLY).candidate().promotion()).isPresent();
            there.push("recommended", "w_2026_38");
            recorded(there.verify("maint1"));
            assertThat(there.newest().deed()).isEqualTo(new Deed.Returned("recommended", there.before));
        }
    }

    @Test
    void anOrderThatIsCalledOffCanBeGivenAgain() {
        try (PromotionSite there = new PromotionSite(directory, "credentials", "recommended")) {
            there.agree();
            int order = recorded(there.promote("maint1")).act();
            recorded(there.site.act("maint1", WEEKLY, there.image, new Deed.Withdrew(order, Optional.empty())));
            refuses(Refusal.NOTHING_ORDERED, there.verify("maint1"));
            recorded(there.promote("maint1"));
        }
    }

    @Test
    void makesATagThatIsNotThere() {
        try (PromotionSite there = new PromotionSite(directory, "promote-with", "recommended_c0044")) {
            there.agree();
            recorded(there.promote("maint1", Optional.empty()));
            assertThat(there.meaning("recommended_c0044")).contains(there.image);
            assertThat(there.recommended()).contains(there.before);
            assertThat(there.newest().deed()).isEqualTo(new Deed.Promoted("recommended_c0044", Optional.empty()));
            refuses(Refusal.NOTHING_REPLACED, there.putBack("maint1"));
        }
    }

    @Test
    void aListIsVerifiedOnlyWhereNobodyElseCanWriteIt() throws IOException {
        try (PromotionSite there = new PromotionSite(directory, "credentials", "recommended")) {
            there.agree();
            Path list = directory.resolve("images.yaml");
            LedgerSite listed = new LedgerSite(directory, text -> text + "images: {list: " + list + "}\n");
            listed.passes(java.time.Duration.between(listed.now(), there.site.now()));
            write(list, there, there.before.text());
            recorded(move(listed, there, new TagMove.Promote(Optional.of(there.before))));
            refuses(Refusal.NOT_MOVED, move(listed, there, new TagMove.Verify()));
            write(list, there, there.image.text());
            Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-rw-rw-"));
            refuses(Refusal.UNTRUSTED_PATH, move(listed, there, new TagMove.Verify()));
            Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r--r--"));
            recorded(move(listed, there, new TagMove.Verify()));
            assertThat(listed.candidate(WEEKLY).candidate().promotion()).isPresent();
        }
    }

    @Test
    void withoutImagesThereIsNoTag() {
        LedgerSite site = new LedgerSite(directory);
        String weekly = site.propose();
        refuses(
                Refusal.NO_IMAGES,
                site.move(
                        "maint1",
                        weekly,
                        org.obsenv.fixture.SignOffPolicy.IMAGE,
                        new TagMove.Promote(Optional.empty())));
    }

    private static Outcome move(LedgerSite site, PromotionSite there, TagMove move) {
        return site.move("maint1", WEEKLY, there.image, move);
    }

    private static void write(Path list, PromotionSite there, String recommended) throws IOException {
        Files.writeString(list, """
                images:
                  - {tag: w_2026_45, digest: "%s"}
                  - {tag: recommended, digest: "%s"}
                """.formatted(there.image, recommended));
    }

    private static void refuses(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
