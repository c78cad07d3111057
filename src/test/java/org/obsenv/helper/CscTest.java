package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CscList;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.environment.LayoutCscReader;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.CscChange;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** The CSCs under test are kept by the verb and read by everybody; nothing that runs is touched. */
class CscTest {
    private static final int MOST = 20;
    private static final Instant UNTIL = Instant.parse("2026-11-22T06:00:00Z");
    private static final CscChange RC1 = put("MTDome", "1.4.2-rc1");

    @TempDir
    Path directory;

    private TestEnvironment environment;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
    }

    private static CscChange put(String name, String version) {
        return new CscChange.Put(name, version, "1.4.1", Optional.of(UNTIL), "Standby.\nStart the 1.4.1 container.");
    }

    @Test
    void writesOneDownChangesItAndEndsIt() {
        assertThat(read()).isEqualTo(Known.of(CscList.NONE));
        assertThat(change(0, RC1)).isInstanceOfSatisfying(Outcome.Recorded.class, each -> {
            assertThat(each.act()).isEqualTo(1);
            assertThat(each.notes()).isEmpty();
        });
        assertThat(list().entries()).singleElement().satisfies(each -> {
            assertThat(each.version()).isEqualTo("1.4.2-rc1");
            assertThat(each.returnTo()).isEqualTo("1.4.1");
            assertThat(each.until()).contains(UNTIL);
            assertThat(each.by()).isNotEmpty();
            assertThat(each.steps().lines()).hasSize(2);
        });
        assertThat(environment.newestEntry()).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("csc");
            assertThat(entry.to()).contains("MTDome 1.4.2-rc1");
        });
        change(1, put("ATDome", "2.0"));
        change(2, put("MTDome", "1.4.2-rc2"));
        assertThat(list().entries()).extracting(each -> each.version()).containsExactly("2.0", "1.4.2-rc2");
        change(3, new CscChange.End("MTDome"));
        change(4, new CscChange.End("ATDome"));
        assertThat(list()).isEqualTo(new CscList(5, List.of()));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    @Test
    void refusesWhatSomebodyChangedSince() {
        change(0, RC1);
        assertThat(change(0, put("MTDome", "9")))
                .isEqualTo(new Outcome.Refused(Refusal.CSCS_CHANGED, Map.of("saw", "0", "now", "1")));
        assertThat(change(1, new CscChange.End("ATDome")))
                .isEqualTo(new Outcome.Refused(Refusal.NO_CSC, Map.of("csc", "ATDome")));
        assertThat(list().entries()).singleElement().satisfies(each -> assertThat(each.version())
                .isEqualTo("1.4.2-rc1"));
    }

    @Test
    void aBrokenFileIsUnknownAndNotWrittenOver() throws IOException {
        change(0, RC1);
        Files.writeString(environment.paths().cscs(), "revision: 1\ncscs: [{name: MTDome");
        assertThat(read()).isInstanceOf(Known.Unknown.class);
        byte[] before = Files.readAllBytes(environment.paths().cscs());
        assertThat(change(0, RC1)).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(Refusal.CSCS_UNREADABLE));
        assertThat(Files.readAllBytes(environment.paths().cscs())).isEqualTo(before);
    }

    @Test
    void takesNoMoreThanAStripCanShow() {
        for (int i = 0; i < MOST; i++) {
            assertThat(change(i, put("Csc" + i, "1"))).isInstanceOf(Outcome.Recorded.class);
        }
        assertThat(change(MOST, put("Csc20", "1")))
                .isEqualTo(new Outcome.Refused(Refusal.TOO_MANY_CSCS, Map.of("most", "20")));
    }

    /** What is not ASCII weighs six bytes to a character in the file. */
    @Test
    void refusesWhatWouldMakeTheListTooLargeToBeReadAgain() throws IOException {
        String steps = "é".repeat(2000);
        int revision = 0;
        while (change(revision, new CscChange.Put("Csc" + revision, "1", "0", Optional.empty(), steps))
                instanceof Outcome.Recorded) {
            revision++;
        }
        byte[] before = Files.readAllBytes(environment.paths().cscs());

        assertThat(change(revision, new CscChange.Put("Csc" + revision, "1", "0", Optional.empty(), steps)))
                .isInstanceOfSatisfying(Outcome.Refused.class, each -> {
                    assertThat(each.refusal()).isEqualTo(Refusal.CSCS_TOO_LARGE);
                    assertThat(each.facts()).containsKeys("size", "most");
                });

        assertThat(revision).isBetween(2, MOST - 1);
        assertThat(environment.paths().cscs()).hasBinaryContent(before);
        assertThat(list().entries()).hasSize(revision);
        assertThat(change(revision, new CscChange.End("Csc0"))).isInstanceOf(Outcome.Recorded.class);
    }

    private Outcome change(int saw, CscChange change) {
        return environment.run(new Request(
                Verb.CSC,
                new Saw.Nothing(),
                new Aim.Csc(saw, change),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private Known<CscList> read() {
        return new LayoutCscReader(environment.paths()).read();
    }

    private CscList list() {
        return read().found().orElseThrow();
    }
}
