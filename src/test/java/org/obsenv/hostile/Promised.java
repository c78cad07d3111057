package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CscList;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Sha256;
import org.obsenv.environment.LayoutCscReader;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.GenerationProof;
import org.obsenv.layout.MarkDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.CscChange;
import org.obsenv.protocol.Deployed;
import org.obsenv.protocol.ListChange;
import org.obsenv.protocol.PinEdit;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.YamlProblem;

/** What the verbs promise that are asked for something. */
final class Promised {
    private static final GenerationId FIRST = new GenerationId(1);

    private Promised() {}

    /** To the first generation. */
    record Switched(TestEnvironment environment) implements Promise {
        @Override
        public Verb verb() {
            return Verb.SWITCH;
        }

        @Override
        public Request request() {
            return asked(verb(), current(environment), new Aim.Generation(FIRST, Optional.empty()));
        }

        @Override
        public void requireGoesOn(String when) {
            assertThat(environment.run(request())).as(when).isInstanceOf(Outcome.Switched.class);
            assertThat(environment.current()).as(when).isEqualTo("generations/000001");
            sweep(environment, when);
        }
    }

    /** The first generation, as good. */
    record Marked(TestEnvironment environment) implements Promise {
        @Override
        public Verb verb() {
            return Verb.MARK;
        }

        @Override
        public Request request() {
            return asked(verb(), new Saw.Nothing(), new Aim.Marked(FIRST, true));
        }

        @Override
        public boolean movesALink() {
            return false;
        }

        @Override
        public void requireKept(String when) {
            Path mark = environment.paths().mark(FIRST);
            if (Files.exists(mark)) {
                try {
                    assertThat(MarkDocument.read(mark).generation()).as(when).isEqualTo(FIRST);
                } catch (IOException | YamlProblem e) {
                    throw new AssertionError(when, e);
                }
            }
        }

        @Override
        public void requireGoesOn(String when) {
            assertThat(environment.run(request())).as(when).isInstanceOf(Outcome.Marked.class);
            assertThat(environment.paths().mark(FIRST)).as(when).exists();
            sweep(environment, when);
        }
    }

    /** A CSC under test, in the list or not. */
    record Listed(TestEnvironment environment) implements Promise {
        @Override
        public Verb verb() {
            return Verb.CSC;
        }

        @Override
        public Request request() {
            CscChange change = new CscChange.Put("MTDome", "1.4.2", "1.4.1", Optional.empty(), "Standby.");
            return asked(
                    verb(), new Saw.Nothing(), new Aim.Csc(list("reading it").revision(), change));
        }

        @Override
        public boolean movesALink() {
            return false;
        }

        @Override
        public void requireKept(String when) {
            assertThat(list(when).entries()).as(when).hasSize(1);
        }

        @Override
        public void requireGoesOn(String when) {
            int before = list(when).revision();
            assertThat(environment.run(request())).as(when).isInstanceOf(Outcome.Recorded.class);
            assertThat(list(when).revision()).as(when).isEqualTo(before + 1);
            sweep(environment, when);
        }

        private CscList list(String when) {
            return switch (new LayoutCscReader(environment.paths()).read()) {
                case Known.Value<CscList>(CscList list) -> list;
                case Known.Unknown<CscList>(String reason) -> throw new AssertionError(reason + " " + when);
            };
        }
    }

    /** A ticket's branch for the night. */
    record OnTest(TestEnvironment environment, CommitId ticket) implements Promise {
        @Override
        public Verb verb() {
            return Verb.DEPLOY;
        }

        @Override
        public Request request() {
            Deployed deployed = new Deployed(new PackageName("ts_wep"), ticket.hex(), Optional.of(ticket));
            return asked(verb(), current(environment), new Aim.Deploy(List.of(deployed), Optional.empty()));
        }

        @Override
        public void requireGoesOn(String when) {
            assertThat(environment.run(request())).as(when).isInstanceOf(Outcome.Switched.class);
            assertThat(environment.runningCommit("ts_wep")).as(when).contains(ticket);
        }
    }

    /** Base from the list with another pin; the list is the old one or the new one, and never ahead of what is proven. */
    record BaseSet(TestEnvironment environment, Path list, String before, String after) implements Promise {
        @Override
        public Verb verb() {
            return Verb.SET_BASE;
        }

        /** Of the list as it was reviewed, also when what a dead one left is to be gone on with. */
        @Override
        public Request request() {
            PinEdit edit = new PinEdit.To(new PackageName("ts_wep"), "v1.1.0", Optional.empty());
            String saw = Sha256.hex(before.getBytes(StandardCharsets.UTF_8));
            return asked(
                    verb(),
                    new Saw.Nothing(),
                    new Aim.SetBase(saw, new ListChange.Edits(List.of(edit), Optional.empty())));
        }

        @Override
        public void requireKept(String when) {
            assertThat(text()).as(when).isIn(before, after);
            if (!environment.linkText(environment.paths().base()).equals("generations/000003")) {
                assertThat(text()).as(when).isEqualTo(after);
            }
        }

        @Override
        public void requireGoesOn(String when) {
            assertThat(environment.run(request())).as(when).isInstanceOf(Outcome.Built.class);
            assertThat(text()).as(when).isEqualTo(after);
        }

        private String text() {
            try {
                return Files.readString(list);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Exactly what nobody needs goes; whatever still has its name is whole. */
    record Pruned(TestEnvironment environment, List<String> kept) implements Promise {
        @Override
        public Verb verb() {
            return Verb.PRUNE;
        }

        @Override
        public Request request() {
            return asked(verb(), new Saw.Nothing(), new Aim.Planned(plan(), List.of()));
        }

        @Override
        public boolean movesALink() {
            return false;
        }

        @Override
        public void requireKept(String when) {
            List<String> there = names(environment.paths().generations()).stream()
                    .filter(name -> GenerationId.parse(name).isPresent())
                    .toList();
            assertThat(there).as(when).containsAll(kept);
            for (String name : there) {
                GenerationId id = GenerationId.parse(name).orElseThrow();
                assertThat(GenerationProof.of(environment.paths(), id))
                        .as(name + " " + when)
                        .isInstanceOf(GenerationProof.Whole.class);
            }
        }

        @Override
        public void requireGoesOn(String when) {
            if (plan().isPresent()) {
                assertThat(environment.run(request())).as(when).isInstanceOf(Outcome.Pruned.class);
            }
            assertThat(plan()).as(when).isEmpty();
            assertThat(names(environment.paths().generations())).as(when).containsExactlyInAnyOrderElementsOf(kept);
            assertThat(names(environment.paths().checkouts(new PackageName("ts_wep"))))
                    .as(when)
                    .hasSize(4);
        }

        /** Empty when nothing would go. */
        private Optional<String> plan() {
            Outcome outcome = environment.run(asked(verb(), new Saw.Nothing(), Aim.Planned.PREVIEW));
            if (outcome instanceof Outcome.Planned planned) {
                return planned.plan();
            }
            throw new AssertionError(outcome);
        }
    }

    static List<String> names(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Request asked(Verb verb, Saw saw, Aim aim) {
        return new Request(verb, saw, aim, Optional.of("on sky"), Optional.empty(), Optional.empty());
    }

    private static Saw current(TestEnvironment environment) {
        try {
            return new Saw.Current(environment.links().current().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a verb left that only switches or writes, a build takes away. */
    static void sweep(TestEnvironment environment, String when) {
        assertThat(environment.run(Verb.SYNC)).as(when).isInstanceOf(Outcome.Built.class);
    }
}
