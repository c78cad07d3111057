package org.obsenv.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.content.PackageChange.Added;
import org.obsenv.domain.content.PackageChange.Changed;
import org.obsenv.domain.content.PackageChange.Direction;
import org.obsenv.domain.content.PackageChange.Removed;

class PackageChangesTest {
    @Test
    void tellsWhatCameWentAndChanged() {
        PackageChanges changes = PackageChanges.between(
                PackageList.of(Map.of("numpy", "2.2.0", "cwfs", "1.0", "scipy", "1.17", "Zope", "5")),
                PackageList.of(Map.of("numpy", "2.3.1", "astropy", "7.1", "scipy", "1.17", "Zope", "4")));

        assertThat(changes)
                .isEqualTo(new PackageChanges(
                        List.of(
                                new Added("astropy", "7.1"),
                                new Removed("cwfs", "1.0"),
                                new Changed("numpy", "2.2.0", "2.3.1", Direction.UP),
                                new Changed("Zope", "5", "4", Direction.DOWN)),
                        1));
        assertThat(List.of(changes.added(), changes.removed(), changes.changed()))
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void aNameInOtherSignsIsTheSamePackageUnlessThatLeavesADoubt() {
        assertThat(PackageChanges.between(
                                PackageList.of(Map.of("ruamel_yaml", "0.18", "PyYAML", "6")),
                                PackageList.of(Map.of("ruamel.yaml", "0.18", "pyyaml", "6")))
                        .all())
                .isEmpty();
        assertThat(PackageChanges.between(
                                PackageList.of(Map.of("a-b", "1", "a_b", "1")), PackageList.of(Map.of("a.b", "1")))
                        .all())
                .containsExactly(new Removed("a-b", "1"), new Added("a.b", "1"), new Removed("a_b", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.9, 1.10, UP",
        "2.0, 1.99, DOWN",
        "1.0rc9, 1.0rc10, UP",
        "1.0rc10, 1.0, UP",
        "1.0, 1.0.post1, UP",
        "0.28.63a1, 0.28.63.alpha.2, UP",
        "1:1.0, 2.0, DOWN",
        "v16.5.1, v16.6, UP",
        "2026.10, 2026.9, DOWN",
        "1.0, 1.0.0, UNCLEAR",
        "1.0+g1234, 1.0+g5678, UNCLEAR",
        "g0a1b2c3+5, gffff+1, UNCLEAR",
        "99999999999999999999, 100000000000000000000, UP",
        "2.36-9+deb12u9, 2.36-9+deb12u10, UNCLEAR"
    })
    void tellsTheNewerVersionWhereItsNumbersDo(String from, String to, Direction direction) {
        assertThat(VersionNumbers.direction(from, to)).isEqualTo(direction);
    }
}
