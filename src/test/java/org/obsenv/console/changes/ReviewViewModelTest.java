package org.obsenv.console.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleViewed;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.ViewedFile;

class ReviewViewModelTest extends OnFeed {
    private static final PackageName FIRST = new PackageName("ts_standardscripts");
    private static final CommitId PIN = Sample.commit("b7719e2");
    private static final CommitId OLDER = Sample.commit("c04d9aa");
    private static final CommitId NEWEST = Sample.commit("8f31c02");

    private final SampleViewed viewed = new SampleViewed();
    private final ReviewViewModel model = new ReviewViewModel(feed, ports, ports, viewed, runner);

    @BeforeEach
    void look() {
        feed.start();
    }

    private Review review() {
        return ((Asked.Answered<Review>) model.reviewProperty().get())
                .answer()
                .found()
                .orElseThrow();
    }

    @Test
    void readsNothingBeforeThePageIsInFront() {
        assertThat(ports.asked).isEmpty();
        assertThat(model.packagesProperty().get()).isEmpty();
    }

    @Test
    void listsWhatDiffersAndLooksAtTheNewestCommitOfTheFirst() {
        model.show(true);
        assertThat(model.packagesProperty().get().stream().map(each -> each.name() + " " + each.counts()))
                .containsExactly(
                        "ts_standardscripts +2", "summit_utils +5 −1", "ts_wep +1", "ts_externalscripts refused");
        assertThat(ports.asked)
                .containsExactly(
                        "history ts_standardscripts b7719e2..8f31c02",
                        "files ts_standardscripts c04d9aa..8f31c02",
                        "counterparts ts_standardscripts 2");
        assertThat(review().commits().stream().map(RangeCommit::counterpart))
                .containsExactly(
                        new Counterpart.Missing(List.of("develop")),
                        new Counterpart.SamePatch("develop", Sample.commit("ee01")));
    }

    @Test
    void combinesCommitsAndComesBackToTheWholeRange() {
        model.show(true);
        model.select(List.of(NEWEST, OLDER));
        assertThat(model.files().range()).contains(new FileRange(FIRST, PIN, NEWEST));
        assertThat(model.chosenCommits()).hasSize(2);
        model.select(List.of(OLDER));
        assertThat(model.files().range()).contains(new FileRange(FIRST, PIN, OLDER));
        model.selectAll();
        assertThat(model.spanProperty().get()).isEqualTo(new CommitSpan.Whole());
        assertThat(model.files().range()).contains(new FileRange(FIRST, PIN, NEWEST));
        assertThat(model.chosenCommits()).isEmpty();
    }

    @Test
    void ofBothSidesOnlyTheFirstOnesAreCombined() {
        model.show(true);
        model.choose(new PackageName("summit_utils"));
        List<CommitId> all = review().commits().stream().map(RangeCommit::id).toList();
        assertThat(all).hasSize(6);
        model.select(all);
        assertThat(model.chosenCommits()).hasSize(5);
        model.select(List.of(all.getLast()));
        assertThat(model.files().range())
                .contains(new FileRange(
                        new PackageName("summit_utils"), Sample.commit("8aa0001"), Sample.commit("aa10423")));
    }

    @Test
    void showsWhatARefusedDeployHeadWouldBring() {
        model.show(true);
        model.choose(new PackageName("ts_externalscripts"));
        assertThat(model.isRefused()).isTrue();
        assertThat(review().between()).isEqualTo(Review.NOTHING);
        assertThat(review().commits().stream().map(RangeCommit::id)).containsExactly(Sample.commit("c5d0021"));
        assertThat(((ReviewTarget.Between) model.targetProperty().get()).endsAtDeploy())
                .isTrue();
    }

    @Test
    void aPackageThatCannotBeReadIsUnknownAndNotLeftOut() {
        ports.reading = () -> Sample.oneUnknown(Sample.NOW);
        feed.rescan();
        model.show(true);
        assertThat(model.packagesProperty().get().stream().map(Differing::told)).contains("cwfs unknown");
        model.choose(new PackageName("cwfs"));
        assertThat(model.targetProperty().get())
                .isEqualTo(new ReviewTarget.Unknown(new PackageName("cwfs"), "HEAD does not answer"));
        assertThat(model.reviewProperty().get()).isEqualTo(new Asked.Not<Review>());
    }

    @Test
    void whatCannotBeReadIsUnknownWithTheReason() {
        ports.history = name -> Known.unknown("no object");
        model.show(true);
        assertThat(model.reviewProperty().get()).isEqualTo(new Asked.Answered<Review>(Known.unknown("no object")));
        assertThat(model.files().filesProperty().get()).isEqualTo(new Asked.Not<List<FileChange>>());
    }

    @Test
    void aSearchThatFailsMakesCounterpartsUnknownAndNotMissing() {
        ports.counterparts = commits -> Known.unknown("its repository did not answer in 30 s");
        model.show(true);
        assertThat(review().commits().stream().map(RangeCommit::counterpart))
                .containsOnly(new Counterpart.Unknown("its repository did not answer in 30 s"));
    }

    @Test
    void keepsItsPlaceWhileTheCommitIsThereAndAsksNothingTwice() {
        model.show(true);
        model.select(List.of(OLDER));
        int before = ports.asked.size();
        feed.rescan();
        assertThat(ports.asked).hasSize(before);
        assertThat(model.chosenCommits().stream().map(RangeCommit::id)).containsExactly(OLDER);
        ports.reading = () -> Sample.followingAtBase(Sample.NOW);
        feed.rescan();
        // Held at its pin, the deploy head is what there is to review; the package stays the chosen one.
        assertThat(model.chosenPackage()).contains(FIRST);
        assertThat(model.files().range().map(FileRange::to)).contains(Sample.commit("c5d0021"));
    }

    @Test
    void remembersWhatWasViewedForThisFileOfThisCommit() {
        model.show(true);
        String path = "python/lsst/ts/standardscripts/auxtel/power_on.py";
        model.toggleViewed();
        assertThat(viewed.files).containsExactly(new ViewedFile(FIRST, OLDER, NEWEST, path));
        FileChange file = model.files().all().getFirst();
        assertThat(model.isViewed(file)).isTrue();
        model.selectAll();
        assertThat(model.isViewed(model.files().all().getFirst())).isFalse();
        model.select(List.of(NEWEST));
        assertThat(model.isViewed(file)).isTrue();
        model.toggleViewed();
        assertThat(viewed.files).isEmpty();
    }

    @Test
    void saysThatMarksAreNotKnown() {
        viewed.problem = Optional.of("it was cut short");
        model.show(true);
        assertThat(model.rememberedProperty().get().files()).isEqualTo(Set.of());
        assertThat(model.rememberedProperty().get().problem()).contains("it was cut short");
    }
}
