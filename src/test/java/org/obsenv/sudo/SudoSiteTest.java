package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;

/** The fixture itself: what it made is gone afterwards, whatever happened in between. */
@Tag("root")
class SudoSiteTest {
    @Test
    void leavesNothingBehind() throws Exception {
        SudoSite site = SudoSite.create();
        List<String> names = site.accountsAndGroups();
        assertThat(names).hasSize(8).allMatch(SudoSiteTest::isKnown);
        assertThat(site.sudoers()).exists();
        assertThat(site.directory()).isDirectory();
        Process lingering = new ProcessBuilder(site.asAccount().command("sleep", "1000")).start();
        site.leak().open("# a test that failed before it took this away\n");

        site.close();

        assertThat(lingering.waitFor()).isNotZero();
        assertThat(names).noneMatch(SudoSiteTest::isKnown);
        assertThat(site.sudoers()).doesNotExist();
        assertThat(site.leak().file()).doesNotExist();
        assertThat(site.directory()).doesNotExist();
        site.close();
    }

    private static boolean isKnown(String name) {
        return Ran.of(List.of("getent", "passwd", name)).exit() == 0
                || Ran.of(List.of("getent", "group", name)).exit() == 0
                || Files.exists(Path.of("/var/mail", name));
    }
}
