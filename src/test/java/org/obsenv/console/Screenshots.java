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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.obsenv.console.environment.EnvironmentViewModel;
import org.obsenv.console.shell.Page;
import org.obsenv.console.shell.ShellView;
import org.obsenv.console.support.Theme;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;

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

    /** One state: a night, and what a person does in it. */
    private record Scenario(Night night, Runnable act) {}

    private static Map<String, Supplier<Scenario>> scenarios() {
        Map<String, Supplier<Scenario>> all = new LinkedHashMap<>();
        all.put("following", () -> scene("obs1", night -> {}, night -> choose(night, "ts_standardscripts")));
        all.put("counting", () -> scene("obs1", night -> {}, night -> click(night, Duration.ofMillis(500))));
        all.put("result", () -> scene("obs1", night -> night.rollsBack(Set.of()), Screenshots::rollBack));
        all.put(
                "result-remark",
                () -> scene("obs1", night -> night.rollsBack(Set.of(Remark.RECORD_INCOMPLETE)), Screenshots::rollBack));
        all.put(
                "waiting",
                () -> scene(
                        "obs1",
                        night -> night.ends(SampleActs.switched(Sample.NOW.plusSeconds(4), Set.of())),
                        Screenshots::rollBack));
        all.put("held", () -> scene("obs1", Screenshots::held, night -> choose(night, "ts_standardscripts")));
        all.put("held-maintainer", () -> scene("maint1", Screenshots::held, night -> {}));
        all.put(
                "resume-preview",
                () -> scene(
                        "maint1",
                        Screenshots::held,
                        night -> night.console().model().resume().preview()));
        all.put("hold-offered", () -> scene("obs1", night -> reads(night, Sample::followingAtBase), night -> {}));
        all.put("one-unknown", () -> scene("obs1", night -> reads(night, Sample::oneUnknown), night -> {}));
        all.put("unreadable", () -> scene("obs1", night -> reads(night, Sample::unreadable), night -> {}));
        all.put("edited", () -> scene("obs1", night -> reads(night, Sample::edited), night -> {}));
        all.put(
                "refused",
                () -> scene(
                        "obs1",
                        night -> night.ends(
                                new Outcome.Refused(Refusal.BASE_MOVED, Map.of("saw", "000039", "base", "000041"))),
                        Screenshots::rollBack));
        all.put(
                "outcome-unknown",
                () -> scene(
                        "obs1",
                        night -> night.ends(new Outcome.Unheard(Outcome.Unheard.Reason.SILENT, "nothing for 30 s")),
                        Screenshots::rollBack));
        all.put(
                "not-permitted",
                () -> scene(
                        "stranger",
                        night -> night.ports.permission = verb -> new Permission.Denied("a password is required"),
                        night -> {}));
        all.put(
                "journal",
                () -> scene(
                        "obs1", night -> {}, night -> night.console().model().go(Page.JOURNAL)));
        return all;
    }

    private static Scenario scene(String actor, Consumer<Night> before, Consumer<Night> act) {
        Night night = Night.of(actor);
        before.accept(night);
        return new Scenario(night, () -> act.accept(night));
    }

    private static void held(Night night) {
        reads(night, Sample::held);
    }

    private static void reads(Night night, Function<Instant, EnvironmentReading> reading) {
        night.ports.reading = () -> reading.apply(night.time.instant());
    }

    private static void rollBack(Night night) {
        click(night, Duration.ofSeconds(4));
    }

    private static void click(Night night, Duration then) {
        night.console().model().rollback().start();
        night.time.pass(then);
    }

    private static void choose(Night night, String name) {
        EnvironmentViewModel environment = night.console().model().environment();
        environment
                .chosenProperty()
                .set(environment.rows().stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst());
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
            Scenario scenario =
                    Objects.requireNonNull(scenarios().get(shot.state())).get();
            Night night = scenario.night();
            Stage stage = new Stage();
            night.console().model().themeProperty().set(shot.theme());
            ShellView view = night.open(stage);
            stage.setWidth(shot.size().width());
            stage.setHeight(shot.size().height());
            stage.show();
            // Away from the table, so that no row is lit by the pointer.
            new Robot().mouseMove(3839, 2399);
            night.time.pass(Duration.ofSeconds(1));
            if (shot.size().height() < 860) {
                night.console().model().environment().closeDetail();
            }
            scenario.act().run();
            afterPulses(view.getScene(), 6, () -> {
                write(view.getScene(), directory.resolve(shot.name() + ".png"));
                night.console().close();
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
