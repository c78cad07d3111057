package org.obsenv.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * The layers of docs/architecture.md as rules over the packages under a root. The root is a parameter so that the same
 * rules can be held against planted violations.
 */
record Layers(String root) {
    /** Lowest first; a package sees its own floor (without cycles) and those below. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("domain"),
            List.of("yaml", "words"),
            List.of("site", "protocol", "base", "cycle", "registry"),
            List.of(
                    "layout",
                    "ledger",
                    "git",
                    "environment",
                    "clones",
                    "images",
                    "evidence",
                    "notebooks",
                    "handover",
                    "viewed"),
            List.of("helper", "sudo", "console", "cli", "demo"),
            List.of("app"));

    private static final List<String> SIDES = FLOORS.get(4);

    /** What is in the privileged process; the helper's jar holds these and no others. */
    private static final List<String> PRIVILEGED =
            List.of("domain", "yaml", "words", "site", "protocol", "base", "registry", "layout", "ledger", "helper");

    /** What every feature of the console may use: fonts and times, the newest reading, the one way to run a verb. */
    private static final List<String> CONSOLE_GROUND = List.of("support", "reading", "acting");

    private static final String[] PLAIN_JAVA = {"java..", "org.jspecify.."};

    List<ArchRule> all() {
        List<ArchRule> rules = new ArrayList<>(List.of(
                domainIsPlainJava(),
                domainTouchesNothingOutside(),
                privilegedSideIsSmall(),
                onlyYamlKnowsTheParser(),
                onlyGitKnowsJGit(),
                onlyForeignAnswersAreJson(),
                consoleSeesPortsOnly(),
                viewsCallNoPort(),
                featuresDoNotSeeEachOther(),
                packagesHaveNoCycle(),
                featuresHaveNoCycle(),
                onlyMainsPrint(),
                packagesAreNullMarked(),
                everyPackageHasAFloor()));
        rules.addAll(floorsSeeDownOnly());
        rules.addAll(sidesDoNotSeeEachOther());
        return rules;
    }

    ArchRule domainIsPlainJava() {
        return classes()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", in("domain"))
                .allowEmptyShould(true);
    }

    ArchRule domainTouchesNothingOutside() {
        return noClasses()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .dependOnClassesThat()
                // A charset is a value; buffers, channels and files are not.
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.net..",
                        "java.sql..",
                        "java.util.concurrent..")
                .allowEmptyShould(true);
    }

    ArchRule privilegedSideIsSmall() {
        return classes()
                .that()
                .resideInAnyPackage(in(PRIVILEGED))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA)
                        .or(resideInAnyPackage("org.yaml.snakeyaml.."))
                        .or(resideInAnyPackage(in(PRIVILEGED))))
                .allowEmptyShould(true);
    }

    ArchRule onlyYamlKnowsTheParser() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(in("yaml"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml.snakeyaml..");
    }

    ArchRule onlyGitKnowsJGit() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("git"), in("clones"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jgit..");
    }

    ArchRule onlyForeignAnswersAreJson() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("images"), in("evidence"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..");
    }

    ArchRule consoleSeesPortsOnly() {
        return noClasses()
                .that()
                .resideInAPackage(in("console"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in(List.of(
                        "yaml",
                        "base",
                        "cycle",
                        "layout",
                        "ledger",
                        "git",
                        "environment",
                        "clones",
                        "registry",
                        "images",
                        "evidence",
                        "notebooks",
                        "sudo")))
                .allowEmptyShould(true);
    }

    ArchRule viewsCallNoPort() {
        return noClasses()
                .that()
                .resideInAPackage(in("console"))
                .and()
                .haveSimpleNameEndingWith("View")
                .should()
                .dependOnClassesThat(isPort())
                .allowEmptyShould(true);
    }

    /** Only the shell knows several features; all may use the ground they stand on. */
    ArchRule featuresDoNotSeeEachOther() {
        return slices().matching(root + ".console.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAnyPackage(root + ".console.shell.."), alwaysTrue())
                .ignoreDependency(
                        alwaysTrue(),
                        resideInAnyPackage(CONSOLE_GROUND.stream()
                                .map(name -> in("console." + name))
                                .toArray(String[]::new)))
                .allowEmptyShould(true);
    }

    ArchRule packagesHaveNoCycle() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule featuresHaveNoCycle() {
        return slices().matching(root + ".console.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    ArchRule onlyMainsPrint() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(in("cli"))
                .and()
                .doNotHaveSimpleName("Main")
                .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("be in a @NullMarked package") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                item,
                                marked,
                                item.getPackageName() + " has no @NullMarked package-info: " + item.getName()));
                    }
                });
    }

    ArchRule everyPackageHasAFloor() {
        List<String> known = FLOORS.stream().flatMap(List::stream).toList();
        return classes().that().resideInAPackage(root + "..").should().resideInAnyPackage(in(known));
    }

    List<ArchRule> floorsSeeDownOnly() {
        List<ArchRule> rules = new ArrayList<>();
        for (int floor = 0; floor + 1 < FLOORS.size(); floor++) {
            List<String> above =
                    FLOORS.stream().skip(floor + 1L).flatMap(List::stream).toList();
            rules.add(noClasses()
                    .that()
                    .resideInAnyPackage(in(FLOORS.get(floor)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(in(above))
                    .allowEmptyShould(true));
        }
        return rules;
    }

    List<ArchRule> sidesDoNotSeeEachOther() {
        return SIDES.stream()
                .<ArchRule>map(side -> noClasses()
                        .that()
                        .resideInAPackage(in(side))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(in(SIDES.stream()
                                .filter(other -> !other.equals(side))
                                .toList()))
                        .allowEmptyShould(true))
                .toList();
    }

    private DescribedPredicate<JavaClass> isPort() {
        return Predicates.INTERFACES
                .and(simpleNameEndingWith("Reader").or(simpleNameEndingWith("Gateway")))
                .and(resideInAnyPackage(in(List.of("domain", "protocol"))))
                .as("are ports");
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private String[] in(List<String> names) {
        return names.stream().map(this::in).toArray(String[]::new);
    }
}
