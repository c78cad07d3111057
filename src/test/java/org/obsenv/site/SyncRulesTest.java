package org.obsenv.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.yaml.TextCases;
import org.obsenv.yaml.YamlProblem;

class SyncRulesTest {
    private static final String SOUND = TextCases.text(SiteFileTest.class, "sound.yaml");

    @Test
    void readsEveryKey() throws YamlProblem {
        assertThat(sync("interval: 5 s, ask: 3 s, fetch: 10 min, retry: 1 h, at-once: 4, free-space: 500 MiB,"
                        + " free-inodes: 20000"))
                .isEqualTo(new SyncSettings(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        4,
                        500L << 20,
                        20_000,
                        TraceSettings.DEFAULT));
    }

    @Test
    void takesTheDefaultOfWhatIsLeftOut() throws YamlProblem {
        assertThat(sync("at-once: 8")).isEqualTo(SyncSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interval: 0 s | interval | expected more than 0 s",
                "ask: soon | ask | expected a duration such as 200 ms, 2 s, 5 min or 3 h, found \"soon\"",
                "fetch: 0 min | fetch | expected more than 0 s",
                "retry: 0 ms | retry | expected more than 0 s",
                "at-once: 0 | at-once | expected a number from 1 to 64, found \"0\"",
                "at-once: 65 | at-once | expected a number from 1 to 64, found \"65\"",
                "at-once: -1 | at-once | expected a number from 1 to 64, found \"-1\"",
                "free-space: 2 GB | free-space | expected a size such as 500 MiB or 2 GiB, found \"2 GB\"",
                "free-inodes: 1e5 | free-inodes | expected a number, found \"1e5\"",
                "every: 20 s | every | unknown key; expected one of ask, at-once, fetch, free-inodes, free-space, interval, retry"
            })
    void namesKeyAndExpectation(String text, String key, String expected) {
        YamlProblem problem = catchThrowableOfType(YamlProblem.class, () -> sync(text));
        assertThat(problem).isNotNull();
        assertThat(problem.key()).isEqualTo("sync." + key);
        assertThat(problem.problem()).isEqualTo(expected);
    }

    private static SyncSettings sync(String text) throws YamlProblem {
        return SiteFile.parse("site.yaml", (SOUND + "\nsync: {" + text + "}\n").getBytes(StandardCharsets.UTF_8))
                .sync();
    }
}
