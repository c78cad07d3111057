package org.obsenv.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.yaml.YamlProblem;

class WindowRulesTest {
    private static final String SITE = """
            name: Demo
            tier: dev
            zone: UTC
            environment: {root: /tmp/env, base: /tmp/base.yaml}
            packages: [{name: cwfs, remote: /tmp/cwfs.git}]
            helper: {launch: [], verbs: /tmp/verbs}
            """;

    @Test
    void readsWhatTheSiteFileNames() throws YamlProblem {
        assertThat(windows("""
                        windows:
                          - {name: Summit, when: "first Wednesday 13:00", zone: America/Santiago, duration: 4 h,
                             deployments: [tts, bts, summit], managers: [maint1]}
                          - {name: Friday, when: "last Friday 09:30", duration: 30 min}
                          - {name: Weekly, when: "every Monday 08:00", duration: 1 h}
                        """))
                .containsExactly(
                        new WindowRule(
                                "Summit",
                                DayOfWeek.WEDNESDAY,
                                Optional.of(1),
                                LocalTime.of(13, 0),
                                ZoneId.of("America/Santiago"),
                                Duration.ofHours(4),
                                List.of("tts", "bts", "summit"),
                                List.of("maint1")),
                        new WindowRule(
                                "Friday",
                                DayOfWeek.FRIDAY,
                                Optional.of(-1),
                                LocalTime.of(9, 30),
                                ZoneId.of("UTC"),
                                Duration.ofMinutes(30),
                                List.of(),
                                List.of()),
                        new WindowRule(
                                "Weekly",
                                DayOfWeek.MONDAY,
                                Optional.empty(),
                                LocalTime.of(8, 0),
                                ZoneId.of("UTC"),
                                Duration.ofHours(1),
                                List.of(),
                                List.of()));
    }

    @Test
    void aSiteMayHaveNone() throws YamlProblem {
        assertThat(windows("windows: []\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: a, when: Wednesday, duration: 1 h}           | windows[0].when
            {name: a, when: "sixth Wednesday 13:00", duration: 1 h} | windows[0].when
            {name: a, when: "Wednesday 25:00", duration: 1 h}   | windows[0].when
            {name: a, when: "Mittwoch 13:00", duration: 1 h}    | windows[0].when
            {name: a, when: "Friday 13:00", duration: 0 s}      | windows[0].duration
            {name: a, when: "Friday 13:00"}                     | windows[0].duration
            {name: a, when: "Friday 13:00", duration: long}     | windows[0].duration
            {name: a, when: "Friday 13:00", duration: 1 h, zone: Moon} | windows[0].zone
            {name: a, when: "Friday 13:00", duration: 1 h, zome: UTC}  | windows[0].zome
            {when: "Friday 13:00", duration: 1 h}               | windows[0].name
            """)
    void refusesWhatItCannotRead(String window, String key) {
        assertThatThrownBy(() -> windows("windows: [" + window + "]\n"))
                .isInstanceOfSatisfying(
                        YamlProblem.class, problem -> assertThat(List.of(problem.file(), problem.line(), problem.key()))
                                .isEqualTo(List.of("site.yaml", 7, key)));
    }

    @Test
    void refusesTwoOfOneName() {
        String window = "{name: a, when: \"Friday 13:00\", duration: 1 h}";

        assertThatThrownBy(() -> windows("windows: [" + window + ", " + window + "]\n"))
                .hasMessageContaining("the window a stands here a second time");
    }

    private static List<WindowRule> windows(String windows) throws YamlProblem {
        return SiteFile.parse("site.yaml", (SITE + windows).getBytes(StandardCharsets.UTF_8))
                .windows();
    }
}
