package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Verb;

/** security.md row 15: what lies about where the caller stands, or in /tmp, is neither read nor written. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class SurroundingsTest {
    private final SudoSite site;

    SurroundingsTest(SudoSite site) {
        this.site = site;
    }

    @BeforeEach
    void follow() {
        site.follow();
    }

    @Test
    void readsNothingFromTheCallersDirectory() throws Exception {
        Path here = hostileDirectory();
        Ran obeyed = site.observer()
                .types("cd \"$1\" && exec \"$2\" -XX:Flags=.hotspotrc -version", here.toString(), java());
        assertThat(obeyed.output())
                .as("the planted file speaks where it is read")
                .contains("MaxHeapSize");
        TreeState before = TreeState.of(here);

        Ran ran = site.observer().types("cd \"$1\" && shift && exec \"$@\"", standing(here));

        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isZero();
        assertThat(ran.output()).doesNotContain("MaxHeapSize");
        assertThat(site.current()).startsWith("generations/");
        assertThat(TreeState.of(here)).isEqualTo(before);
    }

    @Test
    void needsNoDirectoryItCanEnter() {
        Path shut =
                site.directoryOf("shut-" + System.nanoTime(), site.observer().name(), "rwx------");
        assertThat(site.asAccount().types("cd \"$1\"", shut.toString()).exit()).isNotZero();

        Ran ran = site.observer().types("cd \"$1\" && shift && exec \"$@\"", standing(shut));

        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isZero();
        assertThat(site.current()).startsWith("generations/");
    }

    @Test
    void needsNoDirectoryThatStillExists() {
        Path gone =
                site.directoryOf("gone-" + System.nanoTime(), site.observer().name(), "rwxr-xr-x");

        Ran ran = site.observer()
                .types(
                        "cd \"$1\" && shift && mkdir below && cd below && rmdir ../below && exec \"$@\"",
                        standing(gone));

        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isZero();
        assertThat(site.current()).startsWith("generations/");
    }

    /** Java's counters: a file in /tmp/hsperfdata_ACCOUNT that a link there would send elsewhere. */
    @Test
    void leavesNoCountersInTheSharedTmp() throws Exception {
        Path counters = SudoSite.counters(site.account());
        SudoSite.remove(counters);
        Files.createDirectory(
                counters, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try {
            site.give(counters, site.account());
            FileTime planted = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
            Files.setLastModifiedTime(counters, planted);
            assertThat(Ran.of(site.words(site.observer(), Verb.ROLLBACK)).exit())
                    .isZero();
            assertThat(Files.getLastModifiedTime(counters)).isEqualTo(planted);

            site.asAccount().runs(java(), "-version");
            assertThat(Files.getLastModifiedTime(counters))
                    .as("a Java that counts")
                    .isNotEqualTo(planted);
        } finally {
            SudoSite.remove(counters);
        }
    }

    @Test
    void followsNoLinkPlantedForItsCounters() throws Exception {
        Path counters = SudoSite.counters(site.account());
        SudoSite.remove(counters);
        Path bait = site.directoryOf("bait-" + System.nanoTime(), site.account(), "rwxrwxrwx");
        Files.createSymbolicLink(counters, bait);
        Ran.of(List.of("chown", "-h", site.stranger().name(), counters.toString()))
                .orFail("chown");
        try {
            TreeState before = TreeState.of(bait);
            assertThat(Ran.of(site.words(site.observer(), Verb.ROLLBACK)).exit())
                    .isZero();
            assertThat(TreeState.of(bait)).isEqualTo(before);
        } finally {
            SudoSite.remove(counters);
        }
    }

    private Path hostileDirectory() throws Exception {
        Path here =
                site.directoryOf("here-" + System.nanoTime(), site.observer().name(), "rwxrwxrwx");
        Files.writeString(here.resolve(".hotspotrc"), "+PrintFlagsFinal\n");
        Files.writeString(here.resolve(".hotspot_compiler"), "quiet\n");
        Files.writeString(here.resolve("site.yaml"), "name: not this one\n");
        Files.createDirectories(here.resolve("org/obsenv/helper"));
        Files.writeString(here.resolve("org/obsenv/helper/Main.class"), "not a class");
        Files.createDirectories(here.resolve(".git"));
        Files.writeString(here.resolve(".git/config"), "[core]\n\tfsmonitor = touch owned\n");
        Files.setLastModifiedTime(here, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(Files.exists(here.resolve("owned"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        return here;
    }

    private String[] standing(Path directory) {
        List<String> words = new ArrayList<>(List.of(directory.toString()));
        words.addAll(List.of(
                "sudo", "-n", "-u", site.account(), site.verb(Verb.ROLLBACK).toString()));
        return words.toArray(String[]::new);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
