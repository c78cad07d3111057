package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;
import static org.obsenv.app.SignOffPlay.NEWEST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.Deed;

/** The lead's page: what waits for her, what she may say, what the others said. */
record SignOffScenes(SignOffPlay play) {
    private static final Duration LONGER_THAN_A_SIGNATURE_LASTS = Duration.ofDays(61);

    List<Scene> all() {
        return List.of(
                scene("sign-off", this::open).main(),
                scene("sign-off-objecting", () -> {
                    open();
                    console().click("object");
                    console().write("objection-comment", "DP2 tutorial 03 fails with KeyError: band");
                }),
                scene("sign-off-signed", () -> {
                            open();
                            console().click("sign");
                            play.untilWritten();
                        })
                        .main(),
                scene("sign-off-objected", () -> {
                    play.waitedFor();
                    play.ledger()
                            .act(
                                    "lead6",
                                    NEWEST,
                                    new Deed.Objected("middleware", "butler queries are 3 x slower on usdf-rsp"));
                    play.look(NEWEST);
                }),
                scene("sign-off-changes", () -> {
                            open();
                            console().click("image-changes-link");
                            until(() -> ask(() -> console().isShown("#image-changes-list")));
                        })
                        .main(),
                scene("sign-off-changes-unknown", () -> {
                    play.waitedFor();
                    Files.writeString(
                            play.ledger().images(),
                            Files.readString(play.ledger().images())
                                    .replaceFirst("(?s)    labels:\\s+org.example.packages: \\|.*?(?=  - tag)", ""));
                    play.look(NEWEST);
                    console().click("image-changes-link");
                    play.untilShown("image-changes");
                    until(() ->
                            ask(() -> !console().text("#image-changes-title").startsWith("Looking")));
                }),
                scene("sign-off-checks-failing", () -> {
                    play.waitedFor();
                    play.look("w_2026_43");
                }),
                scene("sign-off-withdrawn", () -> {
                    play.waitedFor();
                    play.look("w_2026_41");
                }),
                scene("sign-off-expired", () -> {
                    play.waitedFor();
                    play.opening().clock().advance(LONGER_THAN_A_SIGNATURE_LASTS);
                    play.look(NEWEST);
                }),
                scene("sign-off-designate", () -> {
                    play.waitedFor();
                    play.ledger().act("lead4", NEWEST, new Deed.Withdrew(lastActOf("lead4"), Optional.empty()));
                    play.lookAs("lead4", NEWEST);
                }),
                scene("sign-off-observer", () -> {
                    play.waitedFor();
                    play.lookAs("obs2", NEWEST);
                }),
                scene("sign-off-none", () -> {
                    Path empty = play.play().demo().siteFileWith("empty", "/ledger\n", "/ledger-of-tomorrow\n");
                    play.opening().on(empty);
                    play.page();
                }));
    }

    private Scene scene(String state, Scene.Act begin) {
        return Scene.of(state, begin).leftBy(play::leave);
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private void open() throws IOException {
        play.waitedFor();
        play.look(NEWEST);
        play.untilTitle("needs your sign-off");
    }

    private int lastActOf(String account) throws IOException {
        return play.ledger().candidate(NEWEST).candidate().acts().stream()
                .filter(each -> each.actor().equals(account))
                .mapToInt(each -> each.number())
                .max()
                .orElseThrow();
    }
}
