package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Sha256;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.SudoSite;
import org.obsenv.layout.ListVersionFiles;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.layout.ReviewDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.ListChange;
import org.obsenv.protocol.PinEdit;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** security.md rows 7, 14, 17 and 18 for the list of base: through real sudo, as the person whom sudo proves. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class SetBaseThroughSudoTest {
    private static final PackageName WEP = new PackageName("ts_wep");

    private final SudoSite site;

    SetBaseThroughSudoTest(SudoSite site) {
        this.site = site;
    }

    @Test
    void aMaintainerSetsAndReviewsAnObserverMayNot() throws Exception {
        Path list = site.baseList();
        String before = Files.readString(list);
        GenerationId base = site.links().base().orElseThrow();
        Request keep = request(Verb.SET_BASE, new Aim.SetBase(sha(before), keeping()));

        assertThat(site.run(site.observer(), keep))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.NOT_PERMITTED));
        assertThat(site.run(site.observer(), request(Verb.REVIEW_BASE, new Aim.Reviewed(sha(before)))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.NOT_PERMITTED));
        assertThat(site.run(site.maintainer(), request(Verb.SET_BASE, new Aim.SetBase("0".repeat(64), keeping()))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.LIST_CHANGED));
        assertThat(Files.readString(list)).isEqualTo(before);
        assertThat(site.links().base()).contains(base);

        assertThat(site.run(site.maintainer(), keep)).isInstanceOf(Outcome.Built.class);
        assertThat(Files.readString(list)).contains("ts_wep: keep ");
        assertThat(Files.getOwner(list).getName()).isEqualTo(site.account());
        assertThat(new ListVersionFiles(site.paths()).newest()).hasValueSatisfying(version -> assertThat(version.by())
                .isEqualTo(site.maintainer().name()));

        String now = Files.readString(list);
        assertThat(site.run(site.maintainer(), request(Verb.REVIEW_BASE, new Aim.Reviewed(sha(now)))))
                .isInstanceOf(Outcome.Recorded.class);
        assertThat(ReviewDocument.read(site.paths().review())).hasValueSatisfying(review -> assertThat(review.by())
                .isEqualTo(site.maintainer().name()));
        assertThat(site.run(
                        site.maintainer(),
                        request(Verb.SET_BASE, new Aim.SetBase(sha(now), new ListChange.Version(1)))))
                .isInstanceOf(Outcome.Built.class);
        assertThat(Files.readString(list)).isEqualTo(before);
    }

    private ListChange keeping() throws Exception {
        CommitId commit = Objects.requireNonNull(
                ManifestDocument.read(site.paths().manifest(site.links().base().orElseThrow()))
                        .packages()
                        .get(WEP));
        return new ListChange.Edits(List.of(new PinEdit.Keep(WEP, commit)), Optional.empty());
    }

    private static Request request(Verb verb, Aim aim) {
        return new Request(verb, new Saw.Nothing(), aim, Optional.of("afternoon"), Optional.empty(), Optional.empty());
    }

    private static String sha(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
