package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.fixture.Person;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.fixture.SudoSite;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.protocol.Verb;

/** {@code install.sh --password ask}: sudo asks for the person's own password at signing, and for nothing else; {@code uninstall.sh} takes all of
 * it away but the store. */
@Tag("root")
class InstallerTest {
    private static final byte[] PROPOSAL = SignOffRequestDocument.write(new SignOffRequest(
            new Ask.Propose("w_2026_45", SignOffPolicy.IMAGE, new Deed.Proposed("new", Optional.empty())),
            Optional.empty()));

    @Test
    void isAskedForByAskpassAndAWrongOneSignsNothing() throws Exception {
        try (SudoSite site = SudoSite.create()) {
            List<String> install = new ArrayList<>(site.installer("install.sh"));
            install.addAll(List.of("--password", "ask"));
            Ran.of(install).orFail("install.sh --password ask");
            Person lead = site.signers().named("lead1");
            Ran.of(List.of("chpasswd"), Map.of(), (lead.name() + ":right\n").getBytes(StandardCharsets.US_ASCII))
                    .orFail("chpasswd");

            assertThat(signs(site, lead, "-n", "none").complaint()).contains("a password is required");
            Ran wrong = signs(site, lead, "-A", askpass(site, "wrong"));
            assertThat(wrong.exit()).as(wrong.output()).isNotZero();
            assertThat(site.store().resolve("candidates")).doesNotExist();
            Ran right = signs(site, lead, "-A", askpass(site, "right"));
            assertThat(right.output()).as(right.complaint()).startsWith("event: recorded\n");
            // A roll back never asks.
            assertThat(Ran.of(site.words(site.observer(), Verb.ROLLBACK)).exit())
                    .isZero();

            requireUnitsSystemdTakes(site);
            requireGoneWhenUninstalled(site);
        }
    }

    /** With this site's places in them, and nothing that systemd has to say of them. */
    private static void requireUnitsSystemdTakes(SudoSite site) throws Exception {
        Path service = site.units().resolve("obsenv-sync.service");
        assertThat(Files.readAllLines(service))
                .contains(
                        "User=" + site.account(),
                        "ExecStart=" + site.verbs().resolve("sync"),
                        "ReadWritePaths=" + site.root())
                .noneMatch(line -> line.contains("@"));
        Ran verified = Ran.of(List.of(
                "systemd-analyze",
                "verify",
                service.toString(),
                site.units().resolve("obsenv-sync.timer").toString()));
        assertThat(verified.exit()).as(verified.complaint()).isZero();
        assertThat(verified.complaint()).isEmpty();
    }

    /** On this site too, since making one takes seconds. */
    private static void requireGoneWhenUninstalled(SudoSite site) {
        Path completion = site.directory().resolve("completions/obsenv");
        assertThat(completion).content().contains("complete -F");
        Ran.of(site.installer("uninstall.sh")).orFail("uninstall.sh");

        assertThat(site.sudoers()).doesNotExist();
        assertThat(site.verbs()).doesNotExist();
        assertThat(completion).doesNotExist();
        assertThat(site.units()).isEmptyDirectory();
        assertThat(site.root()).isDirectory();
        assertThat(site.store()).isDirectory();
        assertThat(Ran.of(site.observer().command("sudo", "-n", "-l")).exit()).isNotZero();
    }

    private static Ran signs(SudoSite site, Person lead, String how, String askpass) {
        return Ran.of(
                lead.command(
                        "sudo",
                        how,
                        "-u",
                        site.signers().ledger(),
                        site.signOffVerb().toString()),
                Map.of("SUDO_ASKPASS", askpass),
                PROPOSAL);
    }

    private static String askpass(SudoSite site, String says) throws Exception {
        Path program = site.directory().resolve("askpass-" + says);
        Files.writeString(program, "#!/bin/sh\necho " + says + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program.toString();
    }
}
