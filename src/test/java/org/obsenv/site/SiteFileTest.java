package org.obsenv.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Tier;
import org.obsenv.domain.changes.TicketRule;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.yaml.TextCases;
import org.obsenv.yaml.YamlProblem;

class SiteFileTest {
    private static final String SOUND = TextCases.text(SiteFileTest.class, "sound.yaml");

    static List<TextCases.Case> malformed() {
        return TextCases.read(SiteFileTest.class, "malformed.txt", SOUND.lines().toList());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void namesFileLineKeyAndExpectation(TextCases.Case each) {
        YamlProblem problem =
                catchThrowableOfType(YamlProblem.class, () -> SiteFile.parse("site.yaml", each.document()));
        assertThat(problem).as("refused").isNotNull();
        assertThat(List.of(problem.file(), problem.line(), problem.key(), problem.problem()))
                .isEqualTo(List.of("site.yaml", each.line(), each.key(), each.problem()));
    }

    @Test
    void readsEveryKey() throws YamlProblem {
        assertThat(parse(SOUND + "  release-notes: \"https://example.org/notes/{tag}\"\n"))
                .isEqualTo(new Site(
                        "Summit",
                        Optional.of(Tier.PROD),
                        ZoneId.of("America/Santiago"),
                        Path.of("/opt/obs_env"),
                        Path.of("/opt/obs_user/base_environment.yaml"),
                        List.of(
                                new SharedPackage(
                                        new PackageName("ts_wep"),
                                        "https://example.org/ts_wep",
                                        "deploy-summit",
                                        Optional.of(new SharedPackage.Prepare(
                                                List.of("python3", "setup.py"),
                                                List.of("python/ts_wep/version.py"),
                                                new CheckRule.Limits(
                                                        Duration.ofSeconds(60), 4L * 1024 * 1024 * 1024)))),
                                new SharedPackage(
                                        new PackageName("cwfs"),
                                        "https://example.org/cwfs",
                                        "deploy",
                                        Optional.empty())),
                        new Accounts("obs_user", "obs_ledger", List.of("controlroom")),
                        new Launch(List.of("sudo", "-n", "-u", "{account}"), Path.of("/usr/lib/obsenv")),
                        new ConsoleSettings(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(3)),
                        SyncSettings.DEFAULT,
                        Optional.of(new Contact("Environment on call", "+56 2 1234")),
                        List.of("Restart the kernel of every open notebook."),
                        new WebLinks(
                                Optional.of("https://example.org/browse/{id}"),
                                Optional.of("https://example.org/{package}/commit/{commit}"),
                                Optional.of("https://example.org/notes/{tag}")),
                        List.of(new TicketRule(
                                TicketRule.STANDARD_PREFIXES, Optional.of("https://example.org/browse/{ticket}"))),
                        WindowRule.DEFAULTS,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void readsTheExampleOfTheIssueAsItIsWritten() throws YamlProblem {
        Site site = parse(TextCases.text(SiteFileTest.class, "issue.yaml"));
        assertThat(site.packages())
                .containsExactly(new SharedPackage(
                        new PackageName("ts_wep"), "https://…/ts_wep", "deploy-summit", Optional.empty()));
        assertThat(site.afterRollback()).hasSize(3);
    }

    @Test
    void fillsDefaultsWhereNothingIsSaid() throws YamlProblem {
        Site site = parse("""
                name: Demo
                tier: dev
                zone: UTC
                environment: {root: /tmp/env, base: /tmp/base.yaml}
                packages: [{name: cwfs, remote: /tmp/cwfs.git}]
                helper: {launch: [], verbs: /tmp/verbs}
                """);
        assertThat(site)
                .isEqualTo(new Site(
                        "Demo",
                        Optional.of(Tier.DEV),
                        ZoneId.of("UTC"),
                        Path.of("/tmp/env"),
                        Path.of("/tmp/base.yaml"),
                        List.of(new SharedPackage(
                                new PackageName("cwfs"), "/tmp/cwfs.git", "deploy", Optional.empty())),
                        new Accounts("obs_user", "obs_ledger", List.of()),
                        new Launch(List.of(), Path.of("/tmp/verbs")),
                        new ConsoleSettings(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(3)),
                        SyncSettings.DEFAULT,
                        Optional.empty(),
                        List.of(),
                        WebLinks.NONE,
                        List.of(new TicketRule(TicketRule.STANDARD_PREFIXES, Optional.empty())),
                        WindowRule.DEFAULTS,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(site.launch().isDirect()).isTrue();
    }

    @Test
    void readsHowTicketsAreSpelledAndWhereTheyAre() throws YamlProblem {
        String tickets = """
                tickets:
                  - {prefixes: [DM, BLOCK], link: "https://jira.example.org/{ticket}"}
                  - prefixes: [gh]
                """;
        assertThat(parse(SOUND + tickets).tickets())
                .containsExactly(
                        new TicketRule(List.of("DM", "BLOCK"), Optional.of("https://jira.example.org/{ticket}")),
                        new TicketRule(List.of("gh"), Optional.of("https://example.org/browse/{ticket}")));
    }

    @Test
    void findsPackagesByTheirWholeName() throws YamlProblem {
        Site site = parse(SOUND);
        assertThat(site.find(new PackageName("cwfs"))).contains(site.packages().get(1));
        assertThat(site.find(new PackageName("ts"))).isEmpty();
    }

    @Test
    void readsWindowsLineEndsAndAByteOrderMark() throws YamlProblem {
        assertThat(parse("\ufeff" + SOUND.replace("\n", "\r\n"))).isEqualTo(parse(SOUND));
    }

    @Test
    void saysThatTheFileCannotBeRead(@TempDir Path directory) {
        Path absent = directory.resolve("site.yaml");
        assertThatThrownBy(() -> SiteFile.read(absent))
                .isInstanceOf(YamlProblem.class)
                .hasMessage(absent + ": cannot be read: NoSuchFileException");
    }

    @Test
    void readsAFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("site.yaml"), SOUND);
        assertThat(SiteFile.read(file)).isEqualTo(parse(SOUND));
    }

    private static Site parse(String text) throws YamlProblem {
        return SiteFile.parse("site.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
