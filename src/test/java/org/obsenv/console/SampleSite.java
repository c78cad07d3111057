package org.obsenv.console;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Tier;
import org.obsenv.domain.changes.TicketRule;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.site.Accounts;
import org.obsenv.site.ConsoleSettings;
import org.obsenv.site.Contact;
import org.obsenv.site.Launch;
import org.obsenv.site.SharedPackage;
import org.obsenv.site.Site;
import org.obsenv.site.SyncSettings;
import org.obsenv.site.WebLinks;

/** The site of {@link Sample}: sixteen packages. */
final class SampleSite {
    static final List<String> NAMES = List.of(
            "ts_standardscripts",
            "summit_utils",
            "ts_wep",
            "ts_externalscripts",
            "atmospec",
            "cwfs",
            "Spectractor",
            "summit_extras",
            "ts_config_attcs",
            "ts_observatory_control",
            "ts_observing_utilities",
            "ts_auxtel_standardscripts",
            "ts_maintel_standardscripts",
            "ts_config_mttcs",
            "ts_config_ocs",
            "ts_config_scheduler");

    private SampleSite() {}

    static Site of(Duration countdown) {
        return new Site(
                "Summit",
                Optional.of(Tier.PROD),
                ZoneId.of("America/Santiago"),
                Path.of("/opt/obs_env"),
                Path.of("/opt/obs_user/base_environment.yaml"),
                NAMES.stream()
                        .map(name -> new SharedPackage(
                                new PackageName(name), "https://example.org/" + name, "deploy", Optional.empty()))
                        .toList(),
                new Accounts("obs_user", "obs_ledger", List.of("controlroom")),
                new Launch(List.of("sudo", "-n", "-u", "{account}"), Path.of("/usr/lib/obsenv")),
                new ConsoleSettings(Duration.ofSeconds(2), Duration.ofSeconds(30), countdown),
                SyncSettings.DEFAULT,
                Optional.of(new Contact("Environment on call", "+56 51 555 0101")),
                List.of(
                        "Restart the kernel of every open notebook. Running kernels keep the code they have loaded.",
                        "Re-add scripts that were queued before {time}; the next ones are right by themselves.",
                        "Say so in the night log."),
                new WebLinks(
                        Optional.of("https://example.org/browse/{id}"),
                        Optional.of("https://example.org/{package}/commit/{commit}"),
                        Optional.of("https://example.org/notes/{tag}")),
                List.of(new TicketRule(
                        TicketRule.STANDARD_PREFIXES, Optional.of("https://example.org/browse/{ticket}"))),
                WindowRule.DEFAULTS,
                Optional.empty(),
                Optional.empty());
    }
}
