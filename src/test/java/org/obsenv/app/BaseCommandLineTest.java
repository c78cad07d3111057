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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.cli.ObsenvCommand;
import org.obsenv.cli.Screen;
import org.obsenv.cli.Waiting;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** A maintainer's afternoon at the command line: look, import a cycle, set base, review, compare, return. */
@Execution(ExecutionMode.CONCURRENT)
class BaseCommandLineTest {
    private static final String LIST = "# by hand\ncycle: c0044.007\nts_wep: v1.0.0 # why\ncwfs: v1.0.0\n";

    @TempDir
    Path directory;

    private TestEnvironment environment;

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.prepare(directory, "ts_wep", "cwfs");
        environment.writeList(LIST);
        assertThat(environment.run(Verb.SETUP)).isInstanceOf(Outcome.Built.class);
    }

    @Test
    void setsBaseFromACycleBuildReviewsComparesAndReturns() throws IOException {
        CommitId released = environment.remote("ts_wep").release("v1.1.0", "version = 11\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        Path cycle =
                Files.writeString(directory.resolve("cycle.env"), "CYCLE=c0044\nrev=.008\nts_wep=1.1.0\ncwfs=0.2.0\n");

        Said shown = run("base", "show");
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("cycle c0044.007", "Nobody has reviewed this list", "ts_wep: v1.0.0 (");

        Said stuck = run("base", "set", "--cycle", cycle.toString(), "--reason", "Cycle 44 revision 8");
        assertThat(stuck.code()).isEqualTo(2);
        assertThat(stuck.out()).contains("cwfs: 0.2.0 ", "--keep cwfs");
        assertThat(stuck.err()).contains("1 versions cannot be taken as they are");
        assertThat(environment.baseList()).hasContent(LIST);

        Said set = run("base", "set", "--cycle", cycle.toString(), "--keep", "cwfs", "--reason", "Cycle 44 revision 8");
        assertThat(set.code()).as(set.out() + set.err()).isZero();
        assertThat(set.out())
                .contains("ts_wep: ", " becomes v1.1.0 (" + released.abbreviated() + ")")
                .contains("The disk shows it: base is generation 4, built from the list as it is");
        assertThat(environment.baseList())
                .hasContent(LIST.replace("ts_wep: v1.0.0", "ts_wep: v1.1.0").replace("007", "008"));

        Said review = run("base", "review");
        assertThat(review.code()).as(review.out() + review.err()).isZero();
        assertThat(run("base", "show").out()).contains("Reviewed ").doesNotContain("due");

        Said history = run("base", "history");
        assertThat(history.out().lines()).hasSize(2);
        assertThat(history.out()).contains(": Cycle 44 revision 8", ", by hand");
        Said compared = run("base", "compare", "1");
        assertThat(compared.code()).isEqualTo(1);
        assertThat(compared.out()).isEqualTo("ts_wep: v1.0.0 | v1.1.0\n");

        Said returned = run("base", "return", "1", "--reason", "It was too early");
        assertThat(returned.code()).as(returned.out() + returned.err()).isZero();
        assertThat(environment.baseList()).hasContent(LIST);
        assertThat(environment.manifest(new GenerationId(5)).packages().get(new PackageName("ts_wep")))
                .isNotEqualTo(released);
        assertThat(run("base", "set", "nothere=v1").err()).contains("There is no package nothere");
        assertThat(run("base", "show", "--json").out()).contains("\"cycle\": \"c0044.007\"", "\"due\": false");
    }

    private Said run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--site", environment.siteFile().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), false, 80);
        int code = ObsenvCommand.run(
                new CommandSources(InstantSource.system()),
                screen,
                new Waiting(InstantSource.system(), Thread::sleep),
                all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }
}
