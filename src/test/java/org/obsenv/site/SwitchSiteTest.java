package org.obsenv.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.yaml.YamlProblem;

class SwitchSiteTest {
    private static final String TOP = """
            # Ours
            name: Cerro Pachón
            tier: dev
            zone: America/Santiago
            environment: {root: /opt/obs_env, base: /opt/base.yaml}
            """;
    private static final String BLOCK = """
            packages: # all of them
            - name: ts_wep
              remote: "https://example.org/ts_wep"

            # the other one
            - {name: cwfs, remote: "https://example.org/cwfs", deploy: x}
            """;
    private static final String END = """
            helper: {launch: [], verbs: /usr/lib/obsenv}
            after-rollback:
            - Restart the kernels.
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOP + BLOCK + END,
                TOP + END + BLOCK,
                BLOCK + TOP + END,
                "---\n" + TOP + BLOCK + END,
                TOP + "packages: [{name: a, remote: b},\n  {name: c, remote: d}]\n" + END,
                TOP + "\"packages\":\n  - {name: a, remote: b}\n\n\n# by hand\n" + END
            })
    void readsTheRestToTheSame(String text) throws YamlProblem {
        for (String each : List.of(text, text.replace("\n", "\r\n"), text.stripTrailing())) {
            Site site = SwitchSite.parse("site.yaml", cut(each).orElseThrow());

            assertThat(site)
                    .usingRecursiveComparison()
                    .ignoringFields("packages")
                    .isEqualTo(SiteFile.parse("site.yaml", bytes(each)));
            assertThat(cut(each).orElseThrow()).hasSizeLessThan(bytes(each).length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: A, tier: dev, zone: UTC, environment: {root: /a, base: /b}, packages: [{name: a, remote: b}],"
                        + " helper: {launch: [], verbs: /v}}",
                """
                {name: A, tier: dev, zone: UTC, environment: {root: /a, base: /b},
                 packages: [{name: a, remote: b}], contact: {name: a, phone: b},
                 helper: {launch: [], verbs: /v}}
                """
            })
    void cutsNothingWhereSomethingElseStandsInTheSameLines(String text) throws YamlProblem {
        assertThat(SiteFile.parse("site.yaml", bytes(text)).packages()).hasSize(1);
        assertThat(cut(text)).isEmpty();
    }

    @Test
    void neverTakesUnreadPackagesForNone() throws YamlProblem {
        Site site = SwitchSite.parse("site.yaml", cut(TOP + BLOCK + END).orElseThrow());

        assertThatThrownBy(site::packageNames).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> site.packages().isEmpty())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the packages of the site file were not read");
        assertThat(site.toString()).contains("packages=unread");
    }

    @Test
    void findsTheRootWhereItStandsBeforeThePackages() {
        assertThat(root(TOP + BLOCK + END)).contains(Path.of("/opt/obs_env"));
        // What stands behind is not looked at; whoever believes it reads the whole.
        assertThat(root(TOP + "packages:\n\t- [")).contains(Path.of("/opt/obs_env"));
        assertThat(root(BLOCK + TOP + END)).isEmpty();
        assertThat(root(TOP.replace("/opt/obs_env", "opt") + BLOCK)).isEmpty();
        assertThat(root("\t" + TOP + BLOCK)).isEmpty();
        assertThat(root("")).isEmpty();
    }

    private static Optional<byte[]> cut(String text) throws YamlProblem {
        return SwitchSite.cut("site.yaml", bytes(text));
    }

    private static Optional<Path> root(String text) {
        return SwitchSite.root("site.yaml", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
