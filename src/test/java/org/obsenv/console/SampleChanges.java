package org.obsenv.console;

import static org.obsenv.domain.DiffLine.Kind.ADDED;
import static org.obsenv.domain.DiffLine.Kind.CONTEXT;
import static org.obsenv.domain.DiffLine.Kind.HUNK;
import static org.obsenv.domain.DiffLine.Kind.REMOVED;

import java.time.Duration;
import java.util.List;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.DiffLine;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;

/** The commits and the diff of the design's pictures. */
final class SampleChanges {
    private SampleChanges() {}

    static Known<CommitRange> commits(PackageName name) {
        return switch (name.text()) {
            case "ts_standardscripts" ->
                Known.of(new CommitRange(
                        List.of(
                                commit("8f31c02", "Retry dome handshake in power_on (DM-47381)", "maint2", 41),
                                commit("c04d9aa", "Raise M1 cover timeout to 240 s", "maint1", 125)),
                        List.of(),
                        0));
            case "summit_utils" ->
                Known.of(new CommitRange(
                        List.of(
                                commit("1be90d7", "Revert EFD cache default", "maint3", 180),
                                commit("0aa1b2c", "Merge pull request #512 from tickets/DM-47564", "maint3", 240)),
                        List.of(commit("aa10423", "Tag w.2023.42", "release", 1_600_000)),
                        3));
            default ->
                Known.of(new CommitRange(
                        List.of(commit("77ab3e9", "Merge tag v16.5.1", "release", 1440)), List.of(), 0));
        };
    }

    private static CommitSummary commit(String digits, String subject, String author, int minutes) {
        return new CommitSummary(Sample.commit(digits), subject, author, Sample.NOW.minus(Duration.ofMinutes(minutes)));
    }

    static Known<List<FileChange>> files(PackageName name) {
        String first = "python/lsst/ts/standardscripts/auxtel/power_on.py";
        return Known.of(List.of(
                new FileChange(FileChange.Kind.MODIFIED, first, first, 11, 2),
                new FileChange(FileChange.Kind.ADDED, "tests/test_power_on.py", "tests/test_power_on.py", 3, 1)));
    }

    static Known<FileDiff> diff(FileChange file) {
        return Known.of(new FileDiff(
                file,
                List.of(
                        new DiffLine(HUNK, 0, 0, "@@ -118,9 +118,16 @@ class PowerOnATCalSys"),
                        new DiffLine(CONTEXT, 118, 118, "    async def switch_lamp_power(self) -> None:"),
                        new DiffLine(CONTEXT, 119, 119, "        await self.white_light.cmd_turnLampOn.set_start("),
                        new DiffLine(REMOVED, 120, 0, "            power=self.power, timeout=self.cmd_timeout"),
                        new DiffLine(ADDED, 0, 120, "            power=self.power, timeout=self.handshake_timeout"),
                        new DiffLine(CONTEXT, 121, 121, "        )"),
                        new DiffLine(ADDED, 0, 122, "        for attempt in range(self.max_retries):"),
                        new DiffLine(ADDED, 0, 123, "            if await self.dome_ready(timeout=5.0):"),
                        new DiffLine(ADDED, 0, 124, "                break"),
                        new DiffLine(
                                ADDED, 0, 125, "            self.log.warning(\"Dome handshake %d failed\", attempt)"),
                        new DiffLine(CONTEXT, 122, 126, "        self.log.info(\"Lamp on\")")),
                file.path().startsWith("tests") ? 1234 : 0));
    }
}
