package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.cli.ObsenvCommand;
import org.obsenv.cli.Screen;
import org.obsenv.cli.Waiting;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.fixture.SudoSite;

/** {@code obsenv signoff} as people type it, each through the real sudo. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class SignOffCommandLineTest {
    /** What a command said and ended with. */
    private record Said(int code, String out, String err) {}

    private final SudoSite site;

    @TempDir
    Path directory;

    SignOffCommandLineTest(SudoSite site) {
        this.site = site;
    }

    @Test
    void fivePeopleSignAndTheListSaysSo() throws Exception {
        done("maint1", "propose", "w_2026_38", "--digest", SignOffPolicy.IMAGE.text(), "--reason", "DP2 tutorials");
        done("maint1", "meeting", "w_2026_38", "rsp", "--agreed");
        done("maint1", "meeting", "w_2026_38", "coordination", "--agreed");
        done("owner1", "check", "w_2026_38", "tutorial-notebooks", "data-int", "--passed");
        done("owner1", "check", "w_2026_38", "tutorial-notebooks", "summit", "--passed");
        done("owner1", "check", "w_2026_38", "system-test", "data-int", "--passed", "--evidence", "run 7");
        done("maint1", "ticket", "w_2026_38", "DM-51902");
        Map<String, String> seats = new TreeMap<>(Map.of(
                "lead1",
                "platform",
                "lead2",
                "pipelines",
                "lead3",
                "owner",
                "lead5",
                "community",
                "lead6",
                "middleware"));
        for (Map.Entry<String, String> each : seats.entrySet()) {
            done(each.getKey(), "sign", "w_2026_38", "--seat", each.getValue());
        }

        assertThat(run("lead1").out()).containsPattern("w_2026_38-1  Weekly 2026_38  sha256:9f3c…3c  agreed");
        Said stranger = on(site.siteTextOf(site.stranger()), "sign", "w_2026_38", "--seat", "platform");
        assertThat(stranger.code()).isEqualTo(1);
        assertThat(stranger.out()).contains("You may not run signoff here").contains("group of signers");
    }

    private void done(String who, String... words) throws IOException {
        Said said = run(who, words);
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).contains("It is written and sealed: act ");
    }

    private Said run(String who, String... words) throws IOException {
        return on(site.siteTextOf(site.signers().named(who)), words);
    }

    private Said on(String siteText, String... words) throws IOException {
        Path file = Files.writeString(directory.resolve("site.yaml"), siteText);
        List<String> all = new ArrayList<>(List.of("signoff"));
        all.addAll(List.of(words));
        all.addAll(List.of("--site", file.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ObsenvCommand.run(
                new CommandSources(InstantSource.system()),
                new Screen(new PrintWriter(out), new PrintWriter(err), false, 100),
                new Waiting(InstantSource.system(), time -> {}),
                all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }
}
