package org.obsenv.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.obsenv.console.shell.Page;
import org.obsenv.console.shell.ShellView;
import org.obsenv.console.support.Theme;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Verb;

/**
 * Takes pictures of the running console in every state and theme, in a real window. Called by
 * {@code packaging/screenshots.sh} with the directory to write to, and optionally parts of the names wanted.
 */
public final class Screenshots {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1280, 720), new Size(1600, 1000));

    private Screenshots() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        Path directory = Path.of(args[0]);
        List<String> wanted = List.of(args).subList(1, args.length);
        Files.createDirectories(directory);
        CountDownLatch done = new CountDownLatch(1);
        QuietToolkit.install();
        Platform.setImplicitExit(false);
        Platform.startup(() -> new Session(directory, wanted, done).next());
        done.await();
        Platform.exit();
    }

    /** One state: what the ports answer, and what a person does. */
    private record Scenario(RecordingPorts ports, ManualTime time, String actor, BiConsumer<Console, ManualTime> act) {}

    private static Map<String, Scenario> scenarios() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("following", scenario("obs1", (console, time) -> choose(console, "ts_standardscripts")));
        all.put("counting", scenario("obs1", (console, time) -> {
            console.model().rollback().start();
            time.pass(Duration.ofMillis(500));
        }));
        all.put("result", result(Set.of()));
        Scenario held = scenario("obs1", (console, time) -> choose(console, "ts_standardscripts"));
        held.ports().reading = () -> Sample.held(held.time().instant());
        all.put("held", held);
        Scenario maintainer = scenario("maint1", (console, time) -> {});
        maintainer.ports().reading = () -> Sample.held(maintainer.time().instant());
        all.put("held-maintainer", maintainer);
        Scenario preview =
                scenario("maint1", (console, time) -> console.model().resume().preview());
        preview.ports().reading = () -> Sample.held(preview.time().instant());
        all.put("resume-preview", preview);
        all.put("journal", scenario("obs1", (console, time) -> console.model().go(Page.JOURNAL)));
        Scenario atBase = scenario("obs1", (console, time) -> {});
        atBase.ports().reading = () -> Sample.followingAtBase(atBase.time().instant());
        all.put("hold-offered", atBase);
        Scenario one = scenario("obs1", (console, time) -> choose(console, "cwfs"));
        one.ports().reading = () -> Sample.oneUnknown(one.time().instant());
        all.put("one-unknown", one);
        Scenario blind = scenario("obs1", (console, time) -> {});
        blind.ports().reading = () -> Sample.unreadable(blind.time().instant());
        all.put("unreadable", blind);
        Scenario edited = scenario("obs1", (console, time) -> {});
        edited.ports().reading = () -> Sample.edited(edited.time().instant());
        all.put("edited", edited);
        Scenario refused = scenario("obs1", (console, time) -> {
            console.model().rollback().start();
            time.pass(Duration.ofSeconds(4));
        });
        refused.ports().outcome =
                request -> new Outcome.Refused(Refusal.BASE_MOVED, Map.of("saw", "000039", "base", "000041"));
        all.put("refused", refused);
        Scenario denied = scenario("stranger", (console, time) -> {});
        denied.ports().permission = verb -> new Permission.Denied("a password is required");
        all.put("not-permitted", denied);
        return all;
    }

    private static Scenario result(Set<org.obsenv.domain.Remark> remarks) {
        Scenario scenario = scenario("obs1", (console, time) -> {
            console.model().rollback().start();
            time.pass(Duration.ofSeconds(4));
        });
        RecordingPorts ports = scenario.ports();
        ManualTime time = scenario.time();
        ports.outcome = request -> {
            ports.reading = () -> Sample.held(time.instant());
            Instant at = time.instant();
            ports.journal = () -> Known.of(java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(Sample.rollbackEntry(at)), Sample.journal(at).stream())
                    .toList());
            return new Outcome.Switched(
                    "deploy",
                    "generations/000039",
                    Sample.BASE,
                    at,
                    Duration.ofMillis(800),
                    3,
                    Sample.moves(),
                    remarks.isEmpty() ? EnumSet.noneOf(org.obsenv.domain.Remark.class) : EnumSet.copyOf(remarks));
        };
        return scenario;
    }

    private static Scenario scenario(String actor, BiConsumer<Console, ManualTime> act) {
        ManualTime time = new ManualTime(Sample.NOW);
        RecordingPorts ports = new RecordingPorts(() -> Sample.following(time.instant()));
        ports.journal = () -> Known.of(Sample.journal(time.instant()));
        ports.permission = verb -> verb == Verb.ROLLBACK || actor.startsWith("maint")
                ? new Permission.Granted()
                : new Permission.Denied("a password is required");
        return new Scenario(ports, time, actor, act);
    }

    private static void choose(Console console, String name) {
        console.model().environment().rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .ifPresent(row -> console.model().environment().chosenProperty().set(java.util.Optional.of(row)));
    }

    /** Opens, waits until it is drawn, photographs, closes, and so on. On the FX thread. */
    private static final class Session {
        private record Shot(String name, String state, Theme theme, Size size) {}

        private final Path directory;
        private final CountDownLatch done;
        private final List<Shot> shots;
        private int index;

        Session(Path directory, List<String> wanted, CountDownLatch done) {
            this.directory = directory;
            this.done = done;
            this.shots = scenarios().keySet().stream()
                    .flatMap(state -> EnumSet.allOf(Theme.class).stream()
                            .flatMap(theme -> SIZES.stream().map(size -> shot(state, theme, size))))
                    .filter(each -> wanted.stream().allMatch(part -> each.name().contains(part)))
                    .toList();
        }

        private static Shot shot(String state, Theme theme, Size size) {
            return new Shot(
                    state + "-" + theme.written() + "-" + size.width() + "x" + size.height(), state, theme, size);
        }

        void next() {
            if (index == shots.size()) {
                done.countDown();
                return;
            }
            take(shots.get(index++));
        }

        private void take(Shot shot) {
            Scenario scenario = scenarios().get(shot.state());
            if (scenario == null) {
                throw new IllegalStateException(shot.state());
            }
            ManualTime time = scenario.time();
            Console console = new Console(
                    new ConsoleParts(
                            Sample.site(Duration.ofSeconds(3)),
                            scenario.ports(),
                            scenario.ports(),
                            scenario.ports(),
                            scenario.ports(),
                            time,
                            scenario.actor(),
                            "summit-ws1",
                            List.of()),
                    new SameThreadRunner(),
                    time);
            Stage stage = new Stage();
            console.model().themeProperty().set(shot.theme());
            ShellView view = console.open(stage, text -> {}, address -> {});
            stage.setWidth(shot.size().width());
            stage.setHeight(shot.size().height());
            stage.show();
            // Away from the table, so that no row is lit by the pointer.
            new Robot().mouseMove(3839, 2399);
            time.pass(Duration.ofSeconds(1));
            if (shot.size().height() < 860) {
                console.model().environment().closeDetail();
            }
            scenario.act().accept(console, time);
            afterPulses(view.getScene(), 6, () -> {
                write(view.getScene(), directory.resolve(shot.name() + ".png"));
                console.close();
                stage.hide();
                next();
            });
        }

        private static void afterPulses(Scene scene, int pulses, Runnable then) {
            Runnable[] listener = new Runnable[1];
            int[] left = {pulses};
            listener[0] = () -> {
                if (--left[0] == 0) {
                    Platform.runLater(() -> {
                        scene.removePostLayoutPulseListener(listener[0]);
                        then.run();
                    });
                } else {
                    Platform.requestNextPulse();
                }
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        }

        private static void write(Scene scene, Path file) {
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
