package org.obsenv.console.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.console.RecordingPorts;
import org.obsenv.console.SameThreadRunner;
import org.obsenv.console.Sample;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;

class ChangesViewModelTest {
    private final List<String> asked = new ArrayList<>();
    private final RecordingPorts sample = new RecordingPorts(() -> Sample.following(Sample.NOW));
    private final ChangesViewModel model = new ChangesViewModel(reader(), new SameThreadRunner());

    private ChangeReader reader() {
        return new ChangeReader() {
            @Override
            public Known<CommitRange> commits(PackageName name, CommitId from, CommitId to, int limit) {
                asked.add("commits " + name + " " + from.abbreviated() + ".." + to.abbreviated() + " " + limit);
                return sample.commits(name, from, to, limit);
            }

            @Override
            public Known<List<FileChange>> files(PackageName name, CommitId from, CommitId to) {
                asked.add("files " + name);
                return sample.files(name, from, to);
            }

            @Override
            public Known<FileDiff> diff(PackageName name, CommitId from, CommitId to, FileChange file) {
                asked.add("diff " + file.path());
                return sample.diff(name, from, to, file);
            }
        };
    }

    private static Optional<PackageReading> reading(int index, boolean held) {
        return Optional.of((held ? Sample.held(Sample.NOW) : Sample.following(Sample.NOW))
                .packages()
                .get(index));
    }

    @Test
    void readsFromThePinToWhatRunsAndOneFilesDiffOnly() {
        model.show(reading(0, false));
        assertThat(asked)
                .containsExactly(
                        "commits ts_standardscripts b7719e2..8f31c02 200",
                        "files ts_standardscripts",
                        "diff python/lsst/ts/standardscripts/auxtel/power_on.py");
    }

    @Test
    void heldAtBaseReadsFromThePinToDeploy() {
        model.show(reading(0, true));
        assertThat(model.targetProperty().get()).isInstanceOf(ChangeTarget.Between.class);
        assertThat(((ChangeTarget.Between) model.targetProperty().get()).toDeploy())
                .isTrue();
    }

    @Test
    void theSameCommitsAgainAskNothing() {
        model.show(reading(0, false));
        int before = asked.size();
        model.show(reading(0, false));
        assertThat(asked).hasSize(before);
    }

    @Test
    void anotherFileIsReadWhenItIsChosen() {
        model.show(reading(0, false));
        model.step(1);
        model.step(1);
        model.step(-5);
        assertThat(asked.subList(3, asked.size())).containsExactly("diff tests/test_power_on.py");
    }

    @Test
    void whereNothingLiesBetweenNothingIsRead() {
        model.show(reading(4, false));
        assertThat(model.targetProperty().get()).isEqualTo(new ChangeTarget.Nothing(new PackageName("atmospec")));
        assertThat(asked).isEmpty();
    }

    @Test
    void anUnreadablePackageIsUnknownNotEmpty() {
        model.show(Optional.of(PackageReading.unknown(new PackageName("cwfs"), "HEAD does not answer")));
        assertThat(model.targetProperty().get())
                .isEqualTo(new ChangeTarget.Unknown(new PackageName("cwfs"), "HEAD does not answer"));
        assertThat(model.commitsProperty().get()).isEqualTo(new Asked.Not<CommitRange>());
    }

    @Test
    void aReaderThatBreaksIsUnknown() {
        ChangesViewModel broken = new ChangesViewModel(
                new ChangeReader() {
                    @Override
                    public Known<CommitRange> commits(PackageName name, CommitId from, CommitId to, int limit) {
                        throw new IllegalStateException("broken");
                    }

                    @Override
                    public Known<List<FileChange>> files(PackageName name, CommitId from, CommitId to) {
                        return Known.unknown("cannot be read");
                    }

                    @Override
                    public Known<FileDiff> diff(PackageName name, CommitId from, CommitId to, FileChange file) {
                        return Known.unknown("never asked");
                    }
                },
                new SameThreadRunner());
        broken.show(reading(0, false));
        assertThat(broken.commitsProperty().get()).isEqualTo(new Asked.Answered<CommitRange>(Known.unknown("broken")));
        assertThat(broken.filesProperty().get())
                .isEqualTo(new Asked.Answered<List<FileChange>>(Known.unknown("cannot be read")));
        assertThat(broken.diffProperty().get()).isEqualTo(new Asked.Not<FileDiff>());
    }
}
