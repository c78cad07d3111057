package org.obsenv.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.trace.Acknowledgement;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.layout.AlarmsDocument.Kept;
import org.obsenv.yaml.YamlProblem;

@Execution(ExecutionMode.CONCURRENT)
class AlarmsDocumentTest {
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final CommitId ONE = new CommitId("1".repeat(40));

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Acknowledgement ana = new Acknowledgement(AT, "ana", Optional.of("AB"), "a note: \"DM-1\"\nŽ");
        Kept kept = new Kept(
                new Alarms(
                        7,
                        List.of(
                                new Alarm(
                                        new Cause.MergedBack(WEP, "develop", ONE),
                                        AT,
                                        Optional.of(AT),
                                        Optional.empty()),
                                new Alarm(
                                        new Cause.Rewritten(WEP, ONE, new CommitId("2".repeat(40))),
                                        AT,
                                        Optional.empty(),
                                        Optional.of(ana)),
                                new Alarm(
                                        new Cause.OfCommit(Cause.Kind.PIN_OLD, WEP, ONE),
                                        AT,
                                        Optional.empty(),
                                        Optional.empty()),
                                new Alarm(
                                        new Cause.ListNotBuilt("a".repeat(64)),
                                        AT,
                                        Optional.empty(),
                                        Optional.empty()))),
                new TreeMap<>(Map.of(WEP, "0123")));
        Path file = Files.write(directory.resolve("alarms.yaml"), AlarmsDocument.write(kept));

        assertThat(AlarmsDocument.read(file)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: pin-old | kind: pin-odd | alarms[0].kind
            commit: '1111 | commit: 'x111 | alarms[0].commit
            raised: '2026 | raised: '20260 | alarms[0].raised
            package: ts_wep | package: ../x | alarms[0].package
            package: ts_wep | packet: ts_wep | alarms[0].package: missing
            revision: | revison: | revison
            """)
    void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String key) throws IOException {
        Kept kept = new Kept(
                new Alarms(
                        1,
                        List.of(new Alarm(
                                new Cause.OfCommit(Cause.Kind.PIN_OLD, WEP, ONE),
                                AT,
                                Optional.empty(),
                                Optional.empty()))),
                new TreeMap<>());
        String text =
                new String(AlarmsDocument.write(kept), java.nio.charset.StandardCharsets.US_ASCII).replace("\"", "'");
        assertThat(text).contains(right);
        Path file = Files.writeString(directory.resolve("alarms.yaml"), text.replace(right, wrong));

        assertThatThrownBy(() -> AlarmsDocument.read(file))
                .isInstanceOfSatisfying(YamlProblem.class, problem -> assertThat(problem.told())
                        .startsWith(file + ", line ")
                        .contains(key));
    }
}
