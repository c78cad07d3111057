package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import org.obsenv.console.ConsoleParts;
import org.obsenv.console.QuietToolkit;
import org.obsenv.sudo.SudoHelperGateway;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * Takes pictures of the running console on the real demo site: brings it into each state as it comes about at night,
 * and photographs the screen in every theme and size. Called by {@code packaging/screenshots.sh} with the directory of
 * the demo, that of programs which stands first on {@code PATH}, that of the pictures, {@code all} states or the
 * {@code main} ones, the end of the pictures' names, and parts of the names wanted.
 */
public final class Screenshots {
    /** How long a verb may say nothing; shorter than a console's, for nobody waits a minute for a picture. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int NAMES_FROM = 5;

    private final DemoStage demo;
    private final ConsoleAtWork console = new ConsoleAtWork();
    private final ShiftedClock clock = new ShiftedClock();
    private final SilentMount mount = new SilentMount();
    private final List<String> failed = new ArrayList<>();
    private final ConsoleWiring wiring = new ConsoleWiring(clock);

    private Screenshots(DemoStage demo) {
        this.demo = demo;
    }

    public static void main(String[] args) {
        try {
            take(List.of(args));
            System.exit(0);
        } catch (IOException | YamlProblem | RuntimeException | AssertionError e) {
            // The toolkit's thread would keep the process alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void take(List<String> args) throws IOException, YamlProblem {
        Path pictures = Files.createDirectories(Path.of(args.get(2)));
        boolean mainOnly = args.get(3).equals("main");
        Photographer photographer = new Photographer(pictures, args.get(4), args.subList(NAMES_FROM, args.size()));
        Screenshots screenshots = new Screenshots(new DemoStage(Path.of(args.get(0)), Path.of(args.get(1))));
        QuietToolkit.install();
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        screenshots.openOnSite();
        // The session in which the demo's image was recommended is over within seconds; no picture is to hang on that.
        until(() -> ConsoleAtWork.ask(() -> !screenshots.console.text("#window").contains(" left")));
        for (Scene scene : screenshots.scenes()) {
            if ((scene.isMain() || !mainOnly) && photographer.wants(scene.state())) {
                screenshots.play(scene, photographer);
            }
        }
        screenshots.console.close();
        System.out.println(photographer.finish() + " pictures");
        if (!screenshots.failed.isEmpty()) {
            throw new IllegalStateException("no pictures of " + String.join(", ", screenshots.failed));
        }
    }

    /** One state that does not come about is told at the end; the others are photographed all the same. */
    private void play(Scene scene, Photographer photographer) throws IOException {
        try {
            scene.play(console, photographer);
        } catch (RuntimeException | AssertionError e) {
            e.printStackTrace();
            failed.add(scene.state());
            clock.restore();
            openOnSite();
        }
    }

    private List<Scene> scenes() {
        Play play = new Play(console, demo);
        List<Scene> all = new ArrayList<>(new LookingScenes(play).all());
        Opening opening = new Opening(this::open, clock);
        DemoLedger ledger = new DemoLedger(demo);
        SignOffPlay signOff = new SignOffPlay(play, ledger, opening);
        all.addAll(new SignOffScenes(signOff).all());
        all.addAll(new RecordScenes(signOff).all());
        all.addAll(new PromotionScenes(signOff).all());
        all.addAll(new DoubtScenes(signOff).all());
        all.addAll(new OtherSiteScenes(signOff).all());
        all.addAll(new WindowsScenes(play).all());
        all.addAll(new NotebooksScenes(play).all());
        all.addAll(new BaseScenes(play).all());
        all.addAll(new RollbackScenes(play, clock).all());
        all.addAll(new RefusedScenes(play).all());
        all.addAll(new HeldScenes(play, mount).all());
        all.add(Scene.of("first-look", () -> {
                    mount.begin();
                    console.open(parts());
                })
                .main()
                .leftBy(() -> {
                    mount.end();
                    play.calm();
                }));
        all.add(Scene.of("mount-stale", () -> {
                    mount.begin();
                    until(() -> console.verdict().startsWith("Unknown since"));
                })
                .leftBy(() -> {
                    mount.end();
                    play.calm();
                }));
        all.add(Scene.of("watch-only", () -> {
                    console.open(wiring.clones(demo.clones(), demo.site().baseList(), "deploy"));
                    until(() -> console.verdict().contains("differ"));
                })
                .with(Scene.Detail.WHERE_ROOMY)
                .main()
                .leftBy(this::openOnSite));
        all.add(Scene.of("counting-shared", () -> {
                    console.open(parts(demo.sharedBy(parts().actor())));
                    play.calm();
                })
                .eachTime(() -> console.click("rollback"), () -> console.click("rollback-cancel"))
                .leftBy(this::openOnSite));
        all.addAll(new OnSkyScenes(play, clock).all());
        all.addAll(new AlarmScenes(play).all());
        // The last ones: what is pushed stays.
        all.addAll(new PullScenes(play).all());
        all.add(Scene.of("hot-fix-during-hold", () -> {
            play.held();
            demo.actions().pushHotFix();
            console.refreshUntil(() -> true);
        }));
        return all;
    }

    private void openOnSite() throws IOException {
        console.open(parts());
        new Play(console, demo).calm();
    }

    private void open(Path siteFile, Optional<String> actor) throws IOException {
        ConsoleParts usual = parts(siteFile);
        console.open(
                actor.isEmpty()
                        ? usual
                        : new ConsoleParts(
                                usual.site(),
                                usual.environment(),
                                usual.changes(),
                                usual.reviewing(),
                                usual.journal(),
                                usual.verbs(),
                                usual.clock(),
                                actor.get(),
                                usual.workstation(),
                                usual.extras(),
                                usual.signOff(),
                                usual.timeline(),
                                usual.notebooks(),
                                usual.testing(),
                                usual.handovers(),
                                usual.base()));
    }

    private ConsoleParts parts() throws IOException {
        return parts(demo.siteFile());
    }

    private ConsoleParts parts(Path siteFile) throws IOException {
        try {
            DemoMenu menu = new DemoMenu(Words.of("app"), demo.directory(), clock);
            ConsoleParts usual = wiring.demo(siteFile, menu.extras(), demo.directory());
            return new ConsoleParts(
                    usual.site(),
                    mount.over(usual.environment()),
                    usual.changes(),
                    usual.reviewing(),
                    usual.journal(),
                    new SudoHelperGateway(usual.site(), SILENCE),
                    usual.clock(),
                    usual.actor(),
                    usual.workstation(),
                    usual.extras(),
                    usual.signOff(),
                    usual.timeline(),
                    usual.notebooks(),
                    usual.testing(),
                    usual.handovers(),
                    usual.base());
        } catch (YamlProblem e) {
            throw new IOException(e);
        }
    }
}
