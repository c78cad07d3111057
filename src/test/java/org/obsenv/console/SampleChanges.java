package org.obsenv.console;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.WhiteSpace;

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

    /** The program of the picture as it was, with what stands above and below it. */
    private static final String BEFORE = above() + """
                async def switch_lamp_power(self) -> None:
                    await self.white_light.cmd_turnLampOn.set_start(
                        power=self.power, timeout=self.cmd_timeout
                    )
                    self.log.info("Lamp on")
            """ + "    #\n".repeat(64) + """
                async def cleanup(self) -> None:
                    await self.lamp_off()
            """;

    private static final String AFTER =
            BEFORE.replace("cmd_timeout", "handshake_timeout").replace("        )\n", """
                    )
                    for attempt in range(self.max_retries):
                        if await self.dome_ready(timeout=5.0):
                            break
                        self.log.warning("Dome handshake %d failed", attempt)
            """);

    private static String above() {
        return "    #\n".repeat(117);
    }

    static Known<FileDiff> diff(FileChange file) {
        return Known.of(new FileDiff(
                file,
                List.of(),
                Optional.of(Comparison.of(FileText.of(BEFORE), FileText.of(AFTER), WhiteSpace.SHOWN))));
    }
}
