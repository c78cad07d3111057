package org.obsenv.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Review;
import org.obsenv.yaml.YamlProblem;

class BaseListTest {
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final PackageName WEP_NEW = new PackageName("ts_wep_new");
    private static final PackageName CWFS = new PackageName("cwfs");

    @TempDir
    Path directory;

    @Test
    void readsPackagesAtTheTopLevel() throws YamlProblem {
        BaseList list = parse("""
                cycle: c0044.007
                reviewed: {at: 2026-11-20T21:14:00Z, by: malex}
                ts_wep: v14.0.0
                ts_wep_new: w.2023.42
                unpinned:
                  cwfs: keep 0123abc
                """);

        assertThat(list)
                .isEqualTo(new BaseList(
                        "base.yaml",
                        list.sha256(),
                        Map.of(
                                WEP, new ListedPin.Named("v14.0.0", 3),
                                WEP_NEW, new ListedPin.Named("w.2023.42", 4),
                                CWFS, new ListedPin.Keep("0123abc", 6)),
                        Optional.of("c0044.007"),
                        Optional.of(new Review(Instant.parse("2026-11-20T21:14:00Z"), "malex"))));
    }

    @Test
    void readsPackagesUnderTheirOwnKey() throws YamlProblem {
        BaseList list = parse("""
                packages:
                  ts_wep: 2.13.0.sims-4-g6cf0aa7+7c85dde3c7
                  cycle: deploy/summit
                reviewed: {at: 2026-11-20, by: malex}
                """);

        assertThat(list.pins())
                .isEqualTo(Map.of(
                        WEP,
                        new ListedPin.Named("2.13.0.sims-4-g6cf0aa7+7c85dde3c7", 2),
                        new PackageName("cycle"),
                        new ListedPin.Named("deploy/summit", 3)));
        assertThat(list.cycle()).isEmpty();
        assertThat(list.reviewed()).contains(new Review(Instant.parse("2026-11-20T00:00:00Z"), "malex"));
    }

    @Test
    void keepsAPinOfDigitsAsItIsSpelled() throws YamlProblem {
        assertThat(parse("ts_wep: 0012345\ncwfs: 1.10\n").pins().values())
                .containsExactly(new ListedPin.Named("0012345", 1), new ListedPin.Named("1.10", 2));
    }

    @Test
    void bearsTheHashOfItsBytes() throws YamlProblem {
        assertThat(parse("ts_wep: v1\n").sha256())
                .isEqualTo("abcc5c28b3b275a4292811ad84147f78b1317074a5c6eee891ae0d48ba5df13d")
                .isNotEqualTo(parse("ts_wep: v1 \n").sha256());
    }

    @Test
    void complainsOfPackagesTheSiteDoesNotHave() throws YamlProblem {
        BaseList list = parse("cwfs: v1\nts_wep_new: v2\nts_wpe: v2\ncylce: c0044\n");

        assertThat(list.foreignTo(List.of(CWFS, WEP)).stream().map(YamlProblem::getMessage))
                .containsExactly(
                        "base.yaml, line 2, key ts_wep_new: the site file has no package of this name",
                        "base.yaml, line 3, key ts_wpe: the site file has no package of this name; did you mean ts_wep?",
                        "base.yaml, line 4, key cylce: the site file has no package of this name; did you mean cycle?");
        assertThat(list.missing(List.of(CWFS, WEP))).containsExactly(WEP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`ts_wep: v1\nts_wep: v2`|`base.yaml, line 2, key ts_wep: the key stands here a second time`",
                "`ts_wep:\n`|`base.yaml, line 1, key ts_wep: expected text, found nothing`",
                "`ts_wep: [v1]`|`base.yaml, line 1, key ts_wep: expected text, found a list`",
                "`a/b: v1`|`base.yaml, line 1, key a/b: expected a package name as the key`",
                "`ts_wep: --all`|`base.yaml, line 1, key ts_wep: expected a tag or a commit, found \"--all\"`",
                "`ts_wep: v1~2`|`base.yaml, line 1, key ts_wep: expected a tag or a commit, found \"v1~2\"`",
                "`ts_wep: v1..v2`|`base.yaml, line 1, key ts_wep: expected a tag or a commit, found \"v1..v2\"`",
                "`ts_wep: \"v1\\nv2\"`|`base.yaml, line 1, key ts_wep: expected a tag or a commit, found \"v1\\u000av2\"`",
                "`packages: {cwfs: v1}\nts_wep: v2`|`base.yaml, line 2, key ts_wep: unknown key; expected one of cycle, packages, reviewed, unpinned`",
                "`cwfs: v1\nunpinned: {cwfs: keep 0123abc}`|`base.yaml, line 2, key unpinned.cwfs: the package has a pin already, in line 1`",
                "`cwfs: v1\nunpined: {ts_wep: keep 0123abc}`|`base.yaml, line 2, key unpined: unknown key; did you mean unpinned?`",
                "`packges: {cwfs: v1}`|`base.yaml, line 1, key packges: unknown key; did you mean packages?`",
                "`unpinned: {cwfs: keep}`|`base.yaml, line 1, key unpinned.cwfs: expected keep and a commit of 7 to 40 digits, found \"keep\"`",
                "`reviewed: {at: today, by: me}`|`base.yaml, line 1, key reviewed.at: expected a date or a time such as 2026-11-21T03:00:00Z, found \"today\"`",
                "`reviewed: {at: 2026-11-21}`|`base.yaml, line 1, key reviewed.by: missing; expected text`",
                "``|`base.yaml: expected a mapping, found an empty document`",
            })
    void refusesWhatItCannotTakeWithThePlace(String text, String complaint) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(YamlProblem.class).hasMessage(complaint);
    }

    @Test
    void saysWhyTheFileCannotBeRead() throws Exception {
        Path missing = directory.resolve("missing.yaml");
        assertThatThrownBy(() -> BaseList.read(missing)).hasMessage(missing + ": cannot be read: NoSuchFileException");
        assertThatThrownBy(() -> BaseList.read(directory)).hasMessage(directory + ": expected a regular file");
        Path list = Files.writeString(directory.resolve("base.yaml"), "cwfs: v1\n");
        assertThat(BaseList.read(list).pin(CWFS)).contains(new ListedPin.Named("v1", 1));
    }

    private static BaseList parse(String text) throws YamlProblem {
        return BaseList.parse("base.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
