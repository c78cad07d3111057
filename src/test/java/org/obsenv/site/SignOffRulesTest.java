package org.obsenv.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Policy.OpenChecks;
import org.obsenv.domain.signoff.Policy.Repository;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.domain.signoff.Seat.Alternate;
import org.obsenv.domain.signoff.Step;
import org.obsenv.yaml.YamlProblem;

class SignOffRulesTest {
    private static final String SITE = """
            name: Demo
            tier: prod
            zone: UTC
            environment: {root: /tmp/env, base: /tmp/base.yaml}
            packages: [{name: cwfs, remote: /tmp/cwfs.git}]
            helper: {launch: [sudo, -n, -u, "{account}"], verbs: /usr/lib/obsenv}
            accounts: {shared: [controlroom]}
            """;

    private static final String FULL = """
            signoff:
              store: /var/lib/obsenv/ledger
              key: "sha256:%s"
              process: seven-step
              meetings: {coordination: Data Preview Coordination}
              seats:
                pipelines: {title: Science Pipelines lead, holders: [lead2]}
                owner: {title: product owner, holders: [lead3], or: [{title: data engineer, holders: [lead4, lead7]}]}
              self-sign: refuse
              open-checks: refuse
              deployments: [test stand, base, data.lsst.cloud]
              notebooks:
                lsst-ts notebooks: {owners: [owner1], deployments: [base]}
                system-test: {owners: [owner1, owner2]}
              lasts: 60 d
              recorders: [maint1, maint2]
              password: ask
              tiers: {dev: [proposal, sign-off]}
            """.formatted("ab".repeat(32));

    private static final Seat PIPELINES = new Seat("pipelines", "Science Pipelines lead", List.of("lead2"), List.of());
    private static final Seat OWNER = new Seat(
            "owner",
            "product owner",
            List.of("lead3"),
            List.of(new Alternate("data engineer", List.of("lead4", "lead7"))));

    @Test
    void readsEveryKey() throws YamlProblem {
        assertThat(read(FULL))
                .contains(new SignOffSite(
                        new Policy(
                                List.of(
                                        new Step.Proposal(),
                                        new Step.Meeting("rsp", "RSP operations"),
                                        new Step.Meeting("coordination", "Data Preview Coordination"),
                                        new Step.Checks(),
                                        new Step.Ticket(),
                                        new Step.SignOff(),
                                        new Step.Promotion()),
                                List.of(PIPELINES, OWNER),
                                List.of("test stand", "base", "data.lsst.cloud"),
                                List.of(
                                        new Repository("lsst-ts notebooks", List.of("owner1"), List.of("base")),
                                        new Repository(
                                                "system-test",
                                                List.of("owner1", "owner2"),
                                                List.of("test stand", "base", "data.lsst.cloud"))),
                                false,
                                OpenChecks.REFUSE,
                                Optional.of(Duration.ofDays(60)),
                                List.of("maint1", "maint2")),
                        Path.of("/var/lib/obsenv/ledger"),
                        Optional.of("sha256:" + "ab".repeat(32)),
                        true));
    }

    @Test
    void theFourStepProcessAndWhatHoldsWhereNothingIsSaid() throws YamlProblem {
        assertThat(read("""
                        signoff:
                          store: /var/lib/obsenv/ledger
                          process: four-step
                          seats: {pipelines: {title: Science Pipelines lead, holders: [lead2]}}
                          deployments: [base]
                          notebooks: {system-test: {owners: [owner1]}}
                        """))
                .contains(new SignOffSite(
                        new Policy(
                                List.of(
                                        new Step.Proposal(),
                                        new Step.Checks(),
                                        new Step.SignOff(),
                                        new Step.Promotion()),
                                List.of(PIPELINES),
                                List.of("base"),
                                List.of(new Repository("system-test", List.of("owner1"), List.of("base"))),
                                true,
                                OpenChecks.WARN,
                                Optional.empty(),
                                List.of()),
                        Path.of("/var/lib/obsenv/ledger"),
                        Optional.empty(),
                        false));
        assertThat(read("")).isEmpty();
    }

    @Test
    void aTierMayAskForLess() throws YamlProblem {
        Site dev = SiteFile.parse(
                "site", (SITE.replace("tier: prod", "tier: dev") + FULL).getBytes(StandardCharsets.UTF_8));
        assertThat(dev.signOff().orElseThrow().policy().steps())
                .containsExactly(new Step.Proposal(), new Step.SignOff());
    }

    @Test
    void ownStepsComeBeforeTheTemplate() throws YamlProblem {
        String own = FULL.replace("  self-sign", "  steps: [proposal, ticket, rsp, sign-off]\n  self-sign");
        assertThat(read(own).orElseThrow().policy().steps())
                .containsExactly(
                        new Step.Proposal(),
                        new Step.Ticket(),
                        new Step.Meeting("rsp", "RSP operations"),
                        new Step.SignOff());
    }

    @Test
    void sudoIsNotToldNeverToAskWhereTheSiteWantsThePassword() throws YamlProblem {
        Site asks = SiteFile.parse("site", (SITE + FULL).getBytes(StandardCharsets.UTF_8));
        assertThat(asks.signOffCommand()).containsExactly("sudo", "-u", "obs_ledger", "/usr/lib/obsenv/signoff");
        assertThat(asks.command("rollback"))
                .containsExactly("sudo", "-n", "-u", "obs_user", "/usr/lib/obsenv/rollback");
        Site never = SiteFile.parse("site", (SITE + FULL.replace("ask", "never")).getBytes(StandardCharsets.UTF_8));
        assertThat(never.signOffCommand()).containsExactly("sudo", "-n", "-u", "obs_ledger", "/usr/lib/obsenv/signoff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "store: /var/lib/obsenv/ledger | # none | signoff.store | missing; expected an absolute path",
                "store: /var | store: var | signoff.store | expected an absolute path, found \"var/lib/obsenv/ledger\"",
                "seven-step | six-step | signoff.process | expected seven-step or four-step, found \"six-step\"",
                "process: seven-step | # none | signoff.steps | missing; expected a list of steps, or the key process",
                "coordination: D | Lunch: D | signoff.meetings.Lunch | expected a short name in lower case that is no other step",
                "coordination: D | ticket: D | signoff.meetings.ticket | expected a short name in lower case that is no other step",
                "holders: [lead2] | holders: [] | signoff.seats.pipelines.holders | expected a list of at least one",
                "holders: [lead2] | holders: [Lead] | signoff.seats.pipelines.holders | expected account names, found \"Lead\"",
                "holders: [lead2] | holders: [a, a] | signoff.seats.pipelines.holders | a stands here a second time",
                "holders: [lead2] | holders: [controlroom] | signoff.seats.pipelines.holders | controlroom is shared by several people, so it can sign for none of them",
                "holders: [lead2] | holder: [lead2] | signoff.seats.pipelines.holder | unknown key; did you mean holders?",
                "title: Science Pipelines lead, | | signoff.seats.pipelines.title | missing; expected text",
                "title: Science Pipelines lead, | title: \" x\", | signoff.seats.pipelines.title | expected a name of at most 100 characters",
                "title: data engineer, | | signoff.seats.owner.or[0].title | missing; expected text",
                "self-sign: refuse | self-sign: maybe | signoff.self-sign | expected allow or refuse, found \"maybe\"",
                "open-checks: refuse | open-checks: no | signoff.open-checks | expected warn or refuse, found \"no\"",
                "deployments: [test stand, base | deployments: [base, base | signoff.deployments | base stands here a second time",
                "deployments: [base] | deployments: [moon] | signoff.notebooks.lsst-ts notebooks.deployments | expected deployments of signoff.deployments, found \"moon\"",
                "deployments: [base] | deployments: [] | signoff.notebooks.lsst-ts notebooks.deployments | expected a list of at least one",
                "owners: [owner1, owner2] | owners: [] | signoff.notebooks.system-test.owners | expected a list of at least one",
                "lasts: 60 d | lasts: 60 days | signoff.lasts | expected a number of days such as 60 d, found \"60 days\"",
                "lasts: 60 d | lasts: 0 d | signoff.lasts | expected a number of days such as 60 d, found \"0 d\"",
                "password: ask | password: yes | signoff.password | expected never or ask, found \"yes\"",
                "sha256:ab | sha256:xy | signoff.key | expected sha256: and 64 hexadecimal digits, found",
                "dev: [proposal, sign-off] | dev: [] | signoff.tiers.dev | expected proposal as the first step",
                "dev: [proposal, sign-off] | dev: [sign-off] | signoff.tiers.dev | expected proposal as the first step",
                "dev: [proposal, sign-off] | dev: [proposal, promotion, sign-off] | signoff.tiers.dev | expected promotion as the last step",
                "dev: [proposal, sign-off] | dev: [proposal, proposal] | signoff.tiers.dev | the step proposal stands here a second time",
                "dev: [proposal, sign-off] | dev: [proposal, lunch] | signoff.tiers.dev | expected proposal, checks, ticket, sign-off, promotion or a key of meetings, found \"lunch\"",
                "dev: [ | deb: [ | signoff.tiers.deb | expected prod, int, dev or bleed",
                "recorders: [ | recorder: [ | signoff.recorder | unknown key; did you mean recorders?",
            })
    void refusesByFileLineAndKey(String there, String instead, String key, String problem) {
        String to = Optional.ofNullable(instead).orElse("");
        assertThat(FULL).contains(there);
        String text = FULL.replace(there, to);
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(YamlProblem.class, each -> {
            assertThat(each.problem()).startsWith(problem);
            assertThat(each.key()).isEqualTo(key);
            assertThat(each.line()).isGreaterThan((int) SITE.lines().count());
        });
    }

    @Test
    void asksForSeatsAndNotebooksWhereAStepNeedsThem() {
        String without = "signoff: {store: /tmp/x, steps: [proposal, %s]}\n";
        assertThatThrownBy(() -> read(without.formatted("sign-off")))
                .hasMessageContaining("key signoff.seats: expected at least one seat for the step sign-off");
        assertThatThrownBy(() -> read(without.formatted("checks")))
                .hasMessageContaining("key signoff.notebooks: expected at least one repository for the step checks");
    }

    private static Optional<SignOffSite> read(String more) throws YamlProblem {
        return SiteFile.parse("site", (SITE + more).getBytes(StandardCharsets.UTF_8))
                .signOff();
    }
}
