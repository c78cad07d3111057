package org.obsenv.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.words.ImageNames;

class ImageTagTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            r23_0_0_rc1                     | candidate    | Release candidate 23.0.0-rc1
            r29_2_0_rsp2697                 | release      | Release 29.2.0 (RSP build 2697)
            r29_2_0                         | release      | Release 29.2.0
            r170                            | release      | Release 17.0.0
            w_2026_22                       | weekly       | Weekly 2026_22
            w_2026_22_c0044.007             | weekly       | Weekly 2026_22 (SAL cycle 0044, build 007)
            w_2026_22_c0044.007_rsp12       | weekly       | Weekly 2026_22 (SAL cycle 0044, build 007) (RSP build 12)
            w_2026_22_c0044.007_hotfix-amd64| weekly       | Weekly 2026_22 (SAL cycle 0044, build 007) [hotfix] [amd64]
            w_2026_22-arm64                 | weekly       | Weekly 2026_22 [arm64]
            w_2026_22_two-part-name         | weekly       | Weekly 2026_22 [two-part] [name]
            w_2026_22_rsp12_c0044.007       | weekly       | Weekly 2026_22 (RSP build 12) [c0044.007]
            w_2026_7                        | weekly       | Weekly 2026_07
            w_2026_07                       | weekly       | Weekly 2026_07
            w_2026_53                       | weekly       | Weekly 2026_53
            w_2020_53                       | weekly       | Weekly 2020_53
            w_2026_1                        | weekly       | Weekly 2026_01
            d_2026_6_3                      | daily        | Daily 2026_06_03
            r029_02_00                      | release      | Release 29.2.0
            d_2026_06_30                    | daily        | Daily 2026_06_30
            d_2024_02_29                    | daily        | Daily 2024_02_29
            exp_w_2026_22_c0044.007_foo-amd64 | experimental | Experimental Weekly 2026_22 (SAL cycle 0044, build 007) [foo] [amd64]
            exp_abc_test                    | experimental | Experimental abc_test
            recommended                     | alias        | Recommended
            latest_weekly                   | alias        | Latest weekly
            latest                          | alias        | Latest
            recommended_c0044               | alias        | Recommended (SAL cycle 0044)
            """)
    void readsTheTagsOfTheGrammar(String tag, String type, String name) {
        ImageTag read = ImageTag.parse(tag);

        assertThat(read.type().written()).isEqualTo(type);
        assertThat(new ImageNames().of(read)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w_2025_53",
                "w_2026_0",
                "w_2026_54",
                "w_2026",
                "w_2026_022",
                "w_26_22",
                "w_2026_22_",
                "w_2026_22-",
                "w_2026_22-AMD64",
                "w_2026_22 ",
                "w_2026_22\n",
                "\nw_2026_22",
                "r170\n",
                "recommended\n",
                "exp_abc_test\n",
                "r23_0_0_rc1\n",
                "w_２０２６_22",
                "w_2026_२२",
                "r٢٣_0_0",
                "w_2027_53",
                "w_2026_00",
                "R170",
                "D_2026_06_30",
                "Recommended",
                "EXP_abc",
                "d_2026_02_29",
                "d_2026_00_10",
                "d_2026_06_00",
                "d_2026_06_31",
                "d_2026_006_30",
                "W_2026_22",
                "d_2026_02_30",
                "d_2025_02_29",
                "d_2026_13_01",
                "d_2026_06",
                "r23_0",
                "r17",
                "r1700",
                "r170_rsp1",
                "r9999999999_0_0",
                "exp_",
                "exp",
                "recommended_c0044.007",
                "recommendedc0044",
                "sal_0044",
                "",
                "ünï",
                "-amd64",
            })
    void whatTheGrammarDoesNotKnowIsUnknownAndShownAsItIs(String tag) {
        ImageTag read = ImageTag.parse(tag);

        assertThat(read).isEqualTo(new ImageTag(tag, new ImageTag.Unknown(tag)));
        assertThat(read.date()).isEmpty();
        assertThat(new ImageNames().of(read)).isEqualTo(tag);
    }

    @Test
    void aTagLongerThanARegistryTakesIsUnknown() {
        String rest = "x".repeat(118);

        assertThat(ImageTag.parse("w_2026_22_" + rest).type()).isEqualTo(ImageType.WEEKLY);
        assertThat(ImageTag.parse("w_2026_22_" + rest + "x").type()).isEqualTo(ImageType.UNKNOWN);
    }

    @Test
    void tellsWhatAWeeklySaysOfItself() {
        ImageTag tag = ImageTag.parse("w_2026_22_c0044.007_hotfix-amd64");

        assertThat(tag.cycle()).contains(new Suffix.Cycle("0044", Optional.of("007")));
        assertThat(tag.architecture()).contains("amd64");
        assertThat(tag.date()).contains(LocalDate.of(2026, 5, 28));
        assertThat(tag.reading())
                .isEqualTo(new ImageTag.Numbered(
                        ImageType.WEEKLY,
                        List.of(2026, 22),
                        new Suffix(
                                Optional.of(new Suffix.Cycle("0044", Optional.of("007"))),
                                Optional.empty(),
                                Optional.of("hotfix"),
                                Optional.of("amd64"))));
    }

    @Test
    void anExperimentalImageSaysWhatTheImageItTriesSays() {
        ImageTag tag = ImageTag.parse("exp_w_2026_22_c0044.007_foo-amd64");

        assertThat(tag.cycle()).contains(new Suffix.Cycle("0044", Optional.of("007")));
        assertThat(tag.architecture()).contains("amd64");
        assertThat(tag.date()).contains(LocalDate.of(2026, 5, 28));
    }

    @ParameterizedTest
    @CsvSource({
        "w_2026_22, 2026-05-28",
        "w_2026_1, 2026-01-01",
        "w_2020_53, 2020-12-31",
        "w_2026_53, 2026-12-31",
        "d_2026_06_30, 2026-06-30"
    })
    void aWeeklyIsBuiltOnTheThursdayOfItsIsoWeek(String tag, LocalDate date) {
        assertThat(ImageTag.parse(tag).date()).contains(date);
    }
}
