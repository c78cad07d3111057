package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;
import static org.obsenv.app.SignOffPlay.NEWEST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.fixture.Ran;

/** The tag, the registry or the store is not what people went by. */
record DoubtScenes(SignOffPlay play) {
    private static final Digest OTHER = new Digest("sha256:" + "7c15e0b2".repeat(8));

    List<Scene> all() {
        return List.of(
                scene("sign-off-moved", () -> {
                            play.waitedFor();
                            play.play().demo().actions().moveTag(NEWEST, OTHER);
                            play.look(NEWEST);
                            play.untilTitle("another image");
                        })
                        .main(),
                scene("sign-off-struck", () -> {
                    play.waitedFor();
                    play.play().demo().actions().moveTag(NEWEST, OTHER);
                    play.ledger().proposeAnew("maint1", NEWEST, "rebuilt with a mended butler");
                    play.look(NEWEST);
                }),
                scene("sign-off-gone", () -> {
                    play.waitedFor();
                    edit(play.ledger().images(), "- tag: " + NEWEST, "- tag: w_2026_44");
                    play.look(NEWEST);
                    play.untilTitle("gone");
                }),
                scene("sign-off-registry-away", () -> {
                    play.waitedFor();
                    play.look(NEWEST);
                    Files.delete(play.ledger().images());
                    // Asked again only when the store changes, or once a minute.
                    play.ledger()
                            .act(
                                    DemoLedger.SELF,
                                    "w_2026_43",
                                    SignOffPlay.checked("system-test", "data-int", Deed.CheckResult.PASSED));
                    until(() -> ask(() -> console().isShown(".strip-warn .strip-text")));
                }),
                scene("sign-off-unverified", () -> {
                    play.waitedFor();
                    edit(play.ledger().document(NEWEST), "tutorials fine on int", "tutorials fine on all");
                    play.look(NEWEST);
                    play.untilTitle("unverified");
                }),
                scene("sign-off-older-copy", () -> {
                    play.agreed();
                    play.look(NEWEST);
                    play.untilTitle("ready");
                    play.ledger().putBack("waited-for");
                    play.untilTitle("unverified");
                }),
                scene("sign-off-set-aside", () -> {
                    play.waitedFor();
                    Path broken = play.ledger().document("w_2026_43");
                    Files.writeString(broken, Files.readString(broken) + "acts: [\n");
                    play.look(NEWEST);
                }),
                scene("sign-off-unreadable", () -> {
                    play.waitedFor();
                    Path store = play.ledger().store();
                    Ran.must("rm", "-r", store.resolve("candidates").toString());
                    Files.writeString(store.resolve("candidates"), "");
                    play.opening().on(play.play().demo().siteFile());
                    play.page();
                }));
    }

    private Scene scene(String state, Scene.Act begin) {
        return Scene.of(state, begin).leftBy(() -> {
            play.waitedFor();
            play.leave();
        });
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IOException(file + " does not hold " + from);
        }
        Files.writeString(file, text.replace(from, to));
    }
}
