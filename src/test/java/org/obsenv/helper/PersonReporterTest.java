package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Verb;
import org.obsenv.site.SiteFile;
import org.obsenv.yaml.YamlProblem;

/** What a person reads who typed the verb by hand. */
class PersonReporterTest {
    private static final String SITE = """
            name: Test
            tier: dev
            zone: UTC
            environment: {root: /env, base: /base.yaml}
            helper: {launch: [sudo, -n, -u, "{account}"], verbs: /usr/lib/obsenv}
            packages: [{name: ts_wep, remote: "file:///x"}]
            contact: {name: On call, phone: "42"}
            """;

    @Test
    void nothingToDoCallsNobodyAndTellsNothingToType() throws Exception {
        assertThat(said(new Outcome.Refused(Refusal.NOTHING_TO_DO, Map.of("now", "generations/000002"))))
                .isEqualTo("""
                        There is nothing to do: the environment is held at base (generation 2) already.
                        Nothing was changed, and nothing needs to be.
                        Go on observing. If this is not what the console shows, press F5 to read the disk again.
                        """);
    }

    @Test
    void aRefusalTellsWhatToTypeAndWhomToCall() throws Exception {
        assertThat(said(new Outcome.Refused(Refusal.READ_ONLY, Map.of("root", "/opt/obs_env", "host", "dome3"))))
                .isEqualTo("""
                        /opt/obs_env is mounted read-only on dome3, where the helper runs.
                        Nothing was changed.
                        Type the command below on the machine that exports /opt/obs_env, or call the contact.
                        By hand: sudo -u obs_user /usr/lib/obsenv/rollback
                        Contact: On call, 42
                        """);
    }

    private static String said(Outcome outcome) throws YamlProblem {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PersonReporter reporter = new PersonReporter(new PrintStream(out, true, StandardCharsets.UTF_8), Verb.ROLLBACK);
        reporter.site(SiteFile.parse("site", SITE.getBytes(StandardCharsets.UTF_8)));
        reporter.ended(outcome);
        return out.toString(StandardCharsets.UTF_8);
    }
}
