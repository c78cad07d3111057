package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Review;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;

class StatusTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final CommitId ONE = new CommitId("1".repeat(40));
    private static final CommitId TWO = new CommitId("2".repeat(40));

    @Test
    void tellsScriptsWhoHoldsSinceWhenWhyAndUntilWhen() {
        JournalEntry act = new JournalEntry(
                "1",
                NOW.minusSeconds(60),
                "deploy",
                "maint1",
                Optional.empty(),
                "ws",
                Optional.empty(),
                Optional.of("generations/000043"),
                0,
                List.of(),
                Optional.of("on sky"),
                Duration.ZERO,
                "done",
                Optional.empty(),
                Optional.of(NOW.plusSeconds(3600)));
        SwitchState held = new SwitchState.Held(
                new GenerationId(43),
                new SwitchToken("generations/000043", 1, NOW),
                Optional.of(act),
                Known.of(List.of()));
        EnvironmentReading following = reading();
        assertThat(StatusJson.of(new EnvironmentReading(
                        following.site(),
                        NOW,
                        held,
                        following.base(),
                        following.rollbackMoves(),
                        following.lastSync(),
                        following.reviewed(),
                        following.cycle(),
                        List.of(),
                        List.of())))
                .contains("""
                          "following": false,
                          "hold": {
                            "by": "maint1",
                            "since": "2026-11-21T02:59:00Z",
                            "reason": "on sky",
                            "until": "2026-11-21T04:00:00Z"
                          },
                        """);
    }

    @Test
    void printsJsonForScripts() {
        assertThat(StatusJson.of(reading())).isEqualTo("""
                {
                  "site": "Summit",
                  "readAt": "2026-11-21T03:00:00Z",
                  "following": true,
                  "hold": null,
                  "generation": "000042",
                  "base": "000039",
                  "packages": [
                    {
                      "name": "atmospec",
                      "deployed": "1111111111111111111111111111111111111111",
                      "deployHead": "2222222222222222222222222222222222222222",
                      "pin": {
                        "name": "v1",
                        "commit": "1111111111111111111111111111111111111111"
                      },
                      "drift": "at-base",
                      "ahead": 0,
                      "behind": 0,
                      "flags": [],
                      "reason": null
                    },
                    {
                      "name": "ts_wep",
                      "deployed": "2222222222222222222222222222222222222222",
                      "deployHead": "2222222222222222222222222222222222222222",
                      "pin": {
                        "name": "a-very-long-name-of-a-tag",
                        "commit": "1111111111111111111111111111111111111111"
                      },
                      "drift": "diverged",
                      "ahead": 5,
                      "behind": 78,
                      "flags": [
                        "pin-is-branch",
                        "pin-old"
                      ],
                      "reason": "\\u00e9 \\"quoted\\" \\\\ \\u001b[31m\\n"
                    },
                    {
                      "name": "cwfs",
                      "deployed": null,
                      "deployHead": null,
                      "pin": null,
                      "drift": "unknown",
                      "ahead": null,
                      "behind": null,
                      "flags": [],
                      "reason": "no answer"
                    },
                    {
                      "name": "summit_utils",
                      "deployed": "1111111111111111111111111111111111111111",
                      "deployHead": "1111111111111111111111111111111111111111",
                      "pin": {
                        "name": "v9",
                        "commit": null
                      },
                      "drift": "unknown",
                      "ahead": null,
                      "behind": null,
                      "flags": [
                        "pin-missing"
                      ],
                      "reason": "v9 is not there"
                    }
                  ]
                }
                """);
    }

    @Test
    void printsATableOfEightyColumnsWorstFirst() {
        String text = table(reading(), false);

        assertThat(text).isEqualTo("""
                Summit: 2 of 4 packages unknown, 1 differs from base
                Following deploy: generation 000042 runs
                Base is generation 000039; the list was edited since and is not built, cycle c0044.007, reviewed by max on 2026-11-20 03:00 UTC (00:00 here)
                Auto-pull finished 2026-11-21 02:59 UTC (23:59 here), 30 s ago
                ! state.yaml is odd\\u001b[2J

                PACKAGE       RUNNING  BASE PIN            DRIFT         DEPLOY HEAD
                cwfs          unknown  unknown             unknown       unknown
                    no answer
                summit_utils  1111111  v9 (?)              unknown       1111111
                    pin-missing
                    v9 is not there
                ts_wep        2222222  a-very-long-name-…  +5 −78        2222222
                    pin-is-branch, pin-old
                    é "quoted" \\ \\u001b[31m\\u000a
                atmospec      1111111  v1                  at base       2222222
                """);
    }

    @Test
    void stylesOnATerminalOnly() {
        assertThat(table(reading(), true)).contains("\u001b[31mSummit: 2 of 4");
        assertThat(table(reading(), false)).doesNotContain("\u001b");
    }

    private static String table(EnvironmentReading reading, boolean isTerminal) {
        StringWriter text = new StringWriter();
        Screen screen = new Screen(new PrintWriter(text), new PrintWriter(text), isTerminal, 80);
        new StatusTable(screen, ZoneId.of("America/Santiago")).print(reading);
        screen.out().flush();
        return text.toString();
    }

    private static EnvironmentReading reading() {
        Pin v1 = new Pin.Resolved("v1", Pin.Kind.TAG, ONE, NOW);
        Pin branch = new Pin.Resolved("a-very-long-name-of-a-tag", Pin.Kind.BRANCH, ONE, NOW);
        return new EnvironmentReading(
                "Summit",
                NOW,
                new SwitchState.Following(new GenerationId(42), new SwitchToken("deploy", 1, NOW)),
                new BaseState.Edited(new GenerationId(39)),
                Known.of(List.of()),
                Known.of(NOW.minusSeconds(30)),
                Optional.of(new Review(NOW.minusSeconds(86_400), "max")),
                Optional.of("c0044.007"),
                List.of(
                        each(
                                "atmospec",
                                Known.of(ONE),
                                Known.of(TWO),
                                v1,
                                new Drift.AtPin(),
                                Set.of(),
                                Optional.empty()),
                        each(
                                "ts_wep",
                                Known.of(TWO),
                                Known.of(TWO),
                                branch,
                                new Drift.Diverged(5, 78),
                                Set.of(Flag.PIN_OLD, Flag.PIN_IS_BRANCH),
                                Optional.of("é \"quoted\" \\ \u001b[31m\n")),
                        PackageReading.unknown(new PackageName("cwfs"), "no answer"),
                        each(
                                "summit_utils",
                                Known.of(ONE),
                                Known.of(ONE),
                                new Pin.Unresolved("v9", "v9 is not there"),
                                new Drift.Unknown("v9 is not there"),
                                Set.of(Flag.PIN_MISSING),
                                Optional.of("v9 is not there"))),
                List.of("state.yaml is odd\u001b[2J"));
    }

    private static PackageReading each(
            String name,
            Known<CommitId> running,
            Known<CommitId> head,
            Pin pin,
            Drift drift,
            Set<Flag> flags,
            Optional<String> reason) {
        return new PackageReading(
                new PackageName(name), running, head, pin, drift, drift, Known.unknown(""), flags, reason);
    }
}
