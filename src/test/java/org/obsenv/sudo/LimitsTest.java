package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.EventDocument;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.YamlProblem;

/** security.md row 2: a limit of the caller's passes through sudo; one that is too low is refused by its name. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class LimitsTest {
    /** Option of prlimit, the kernel's name, ours, a value too low, what a switch and what a build needs. */
    enum Limit {
        FSIZE("fsize", "Max file size", "file size", 100_000, 67_108_864, 4_294_967_296L),
        NOFILE("nofile", "Max open files", "open files", 40, 256, 256),
        NPROC("nproc", "Max processes", "processes", 20, 256, 256),
        AS("as", "Max address space", "address space", 500_000_000, 2_147_483_648L, 2_147_483_648L),
        CPU("cpu", "Max cpu time", "cpu time", 2, 30, 3600),
        DATA("data", "Max data size", "data size", 100_000_000, 1_073_741_824, 1_073_741_824),
        STACK("stack", "Max stack size", "stack size", 400_000, 1_048_576, 1_048_576);

        private final String option;
        private final String kernels;
        private final String ours;
        private final long low;
        private final long switching;
        private final long building;

        Limit(String option, String kernels, String ours, long low, long switching, long building) {
            this.option = option;
            this.kernels = kernels;
            this.ours = ours;
            this.low = low;
            this.switching = switching;
            this.building = building;
        }

        long needed(Verb verb) {
            return verb.builds() ? building : switching;
        }
    }

    /** Says what is in force, without starting a process, and goes on. */
    private static final long HALF_A_GIBIBYTE = 536_870_912;

    private static final String SHOW_AND_GO =
            "while read -r line; do echo \"$line\" >&2; done </proc/self/limits; exec \"$@\"";

    private final SudoSite site;

    LimitsTest(SudoSite site) {
        this.site = site;
    }

    static Stream<Arguments> everyLimitAndVerb() {
        return Stream.of(Limit.values())
                .flatMap(limit -> Stream.of(Verb.values()).map(verb -> Arguments.of(limit, verb)));
    }

    @ParameterizedTest
    @MethodSource("everyLimitAndVerb")
    void refusesALowLimitByItsName(Limit limit, Verb verb) throws Exception {
        site.follow();
        TreeState before = TreeState.of(site.root());

        Ran ran = under(List.of("--" + limit.option + "=" + limit.low), verb);

        assertThat(ran.complaint()).containsPattern(limit.kernels + " +" + limit.low + " +" + limit.low);
        requireRefused(ran, limit, limit.low, verb);
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    /** The last value that is too low. */
    @ParameterizedTest
    @MethodSource("everyLimitAndVerb")
    void refusesOneLessThanItNeeds(Limit limit, Verb verb) throws Exception {
        site.follow();
        TreeState before = TreeState.of(site.root());
        long saw = limit.needed(verb) - 1;

        Ran ran = under(List.of("--" + limit.option + "=" + saw), verb);

        assertThat(ran.complaint()).containsPattern(limit.kernels + " +" + saw + " +" + saw);
        requireRefused(ran, limit, saw, verb);
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    /** Enough for the journal and the links, too little for a pack of a large package. */
    @ParameterizedTest
    @EnumSource
    void aFileSizeOf512MiBIsEnoughToSwitchAndNamedToABuild(Verb verb) throws Exception {
        site.follow();
        TreeState before = TreeState.of(site.root());

        Ran ran = under(List.of("--fsize=" + HALF_A_GIBIBYTE), verb);

        if (!verb.builds()) {
            assertThat(ran.output()).doesNotContain("too-low", "too low");
        } else {
            requireRefused(ran, Limit.FSIZE, HALF_A_GIBIBYTE, verb);
            assertThat(TreeState.of(site.root())).isEqualTo(before);
        }
    }

    private static void requireRefused(Ran ran, Limit limit, long saw, Verb verb) throws YamlProblem {
        assertThat(EventDocument.parse(ran.output().replace("...\n", "")))
                .isEqualTo(new Event.Ended(new Outcome.Refused(
                        Refusal.LIMIT_TOO_LOW,
                        Map.of(
                                "limit",
                                limit.ours,
                                "saw",
                                Long.toString(saw),
                                "needed",
                                Long.toString(limit.needed(verb))))));
        assertThat(ran.exit()).isEqualTo(1);
    }

    /** Where the line is drawn, the program must really be able to work: all limits at once at their lowest. */
    @ParameterizedTest
    @MethodSource("verbs")
    void worksWithJustWhatItAsksFor(Verb verb) {
        site.follow();
        List<String> options = Stream.of(Limit.values())
                .map(limit -> "--" + limit.option + "=" + limit.needed(verb))
                .toList();

        Ran ran = under(options, verb);

        assertThat(ran.complaint()).containsPattern("Max processes +256 +256");
        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isZero();
        assertThat(ran.output()).doesNotContain("too low");
    }

    static Stream<Verb> verbs() {
        return Stream.of(Verb.ROLLBACK, Verb.SYNC, Verb.SET_BASE, Verb.SETUP);
    }

    @Test
    void saysItInWordsAtATerminal() {
        Ran ran = site.observer()
                .runs(
                        "prlimit",
                        "--nofile=100",
                        "script",
                        "-qec",
                        "sudo -u " + site.account() + " " + site.verb(Verb.ROLLBACK),
                        "/dev/null");

        assertThat(ran.output())
                .contains("too low a limit of open files to act safely", "it is 100, 256 is needed")
                .contains("Nothing was changed.")
                .doesNotContain("event:");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void refusesTheSameOfAVerbThatIsStartedDirectly() {
        Ran ran = Ran.of(List.of("prlimit", "--cpu=2", "packaging/obsenv-helper", "rollback", "--site", "none.yaml"));

        assertThat(ran.output()).isEqualTo("""
                        event: refused
                        refusal: limit-too-low
                        facts: {limit: "cpu time", saw: "2", needed: "30"}
                        ...
                        """);
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void theConsoleHearsOfIt() {
        Outcome outcome =
                site.gateway(site.observer(), "prlimit, --nproc=20").run(Request.plain(Verb.ROLLBACK), progress -> {});

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(
                        Refusal.LIMIT_TOO_LOW, Map.of("limit", "processes", "saw", "20", "needed", "256")));
    }

    private Ran under(List<String> options, Verb verb) {
        List<String> words = new ArrayList<>(site.maintainer().command("prlimit"));
        words.addAll(options);
        words.addAll(List.of("/bin/sh", "-c", SHOW_AND_GO, "sh"));
        words.addAll(List.of("sudo", "-n", "-u", site.account(), site.verb(verb).toString()));
        return Ran.of(words);
    }
}
