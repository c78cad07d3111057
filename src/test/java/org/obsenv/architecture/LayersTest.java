package org.obsenv.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayersTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.obsenv");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.obsenv.planted");

    static List<ArchRule> rules() {
        return new Layers("org.obsenv").all();
    }

    static List<ArchRule> rulesForPlanted() {
        return new Layers("org.obsenv.planted").all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInTheProduct(ArchRule rule) {
        rule.check(PRODUCT);
    }

    /** A rule that nothing can break is no rule: each has a class under {@code planted} that breaks it. */
    @ParameterizedTest
    @MethodSource("rulesForPlanted")
    void isBrokenByAPlantedClass(ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).getFailureReport().getDetails()).isNotEmpty();
    }

    @Test
    void findsExactlyThePlantedViolations() {
        Layers layers = new Layers("org.obsenv.planted");
        Map<String, String> found = new TreeMap<>();
        found.put("plain domain", culprits(layers.domainIsPlainJava()));
        found.put("domain and files", culprits(layers.domainTouchesNothingOutside()));
        found.put("small privileged side", culprits(layers.privilegedSideIsSmall()));
        found.put("parser", culprits(layers.onlyYamlKnowsTheParser()));
        found.put("JGit", culprits(layers.onlyGitKnowsJGit()));
        found.put("JSON", culprits(layers.onlyForeignAnswersAreJson()));
        found.put("console and ports", culprits(layers.consoleSeesPortsOnly()));
        found.put("views", culprits(layers.viewsCallNoPort()));
        found.put("printing", culprits(layers.onlyMainsPrint()));
        assertThat(found)
                .isEqualTo(new TreeMap<>(Map.of(
                        "plain domain", "KnowsTheHelper KnowsTheScreen",
                        "domain and files", "ReadsAFile",
                        "small privileged side", "KnowsTheConsole KnowsTheScreen Layout LooksWithJGit",
                        "parser", "ParsesByItself",
                        "JGit", "LooksWithJGit",
                        "JSON", "ReadsJsonByItself",
                        "console and ports", "ReadsTheDiskView",
                        "views", "AsksThePortView",
                        "printing", "Prints")));
    }

    private static String culprits(ArchRule rule) {
        return String.join(
                " ",
                rule.evaluate(PLANTED).getFailureReport().getDetails().stream()
                        .map(LayersTest::culprit)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The simple name of the class that a violation's text begins with, e.g. {@code Field <a.b.Name.field> …}. */
    private static String culprit(String detail) {
        String named = detail.substring(detail.indexOf('<') + 1, detail.indexOf('>'));
        return named.replaceAll("\\(.*", "").transform(text -> List.of(text.split("\\.")).stream()
                .filter(part -> Character.isUpperCase(part.charAt(0)))
                .findFirst()
                .orElse(text));
    }
}
