package org.obsenv.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.image.ImageType;
import org.obsenv.domain.registry.Retention;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

class ImageRulesTest {
    @Test
    void readsARegistry() throws YamlProblem {
        assertThat(
                        read(
                                "images: {registry: \"https://r.example:5000\", repository: lsst/lab, credentials: /etc/r.yaml,"
                                        + " promote-with: /etc/p.yaml, recommended: recommended_c0044, keep: {weekly: 100 d, daily: forever}, warn: 9 d, packages-label: org.example/packages}"))
                .contains(new ImageSite(
                        new ImageSite.Source.Registry(
                                URI.create("https://r.example:5000/"),
                                "lsst/lab",
                                Optional.of(Path.of("/etc/r.yaml")),
                                Optional.of(Path.of("/etc/p.yaml"))),
                        "recommended_c0044",
                        new Retention(Map.of(ImageType.WEEKLY, Period.ofDays(100)), Period.ofDays(9)),
                        Optional.of("org.example/packages")));
    }

    @Test
    void readsAListAndFillsInTheUsual() throws YamlProblem {
        assertThat(read("images: {list: /opt/images.yaml}"))
                .contains(new ImageSite(
                        new ImageSite.Source.Listed(Path.of("/opt/images.yaml")),
                        "recommended",
                        Retention.USUAL,
                        Optional.empty()));
        assertThat(read("name: x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images: {} | key images.registry",
                "images: {registry: \"http://r.example\", repository: a} | key images.registry",
                "images: {registry: \"https://r.example\"} | key images.repository",
                "images: {registry: \"https://r.example\", repository: A} | key images.repository",
                "images: {registry: \"https://r.example\", repository: a, list: /a} | found both",
                "images: {list: a} | key images.list",
                "images: {list: /a, recommended: \"a b\"} | key images.recommended",
                "images: {list: /a, keep: {alias: 3 d}} | key images.keep.alias",
                "images: {list: /a, keep: {daily: 3 h}} | key images.keep.daily",
                "images: {list: /a, warn: soon} | key images.warn",
                "images: {list: /a, packages-label: \"a b\"} | key images.packages-label",
                "images: {list: /a, size: 3} | unknown key"
            })
    void refusesAndSaysWhere(String text, String said) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(YamlProblem.class).hasMessageContaining(said);
    }

    private static Optional<ImageSite> read(String text) throws YamlProblem {
        return ImageRules.of(StrictYaml.mapping("site.yaml", text.getBytes(StandardCharsets.UTF_8), StrictYaml.SMALL));
    }
}
