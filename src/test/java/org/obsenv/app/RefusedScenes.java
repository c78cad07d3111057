package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;

import java.util.List;
import org.obsenv.console.rollback.RollbackState;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Verb;

/** A roll back that changed nothing, or whose end was not heard. */
record RefusedScenes(Play play) {
    List<Scene> all() {
        return List.of(
                Scene.of("refused-base-moved", () -> {
                            play.stopped();
                            demo().editList("ts_standardscripts: v2.2.1", "ts_standardscripts: v2.2.0");
                            demo().run(Verb.SET_BASE);
                            play.goOn();
                            refused(Refusal.BASE_MOVED);
                        })
                        .main()
                        .leftBy(() -> {
                            demo().restoreList();
                            play.calm();
                        }),
                Scene.of("refused-not-permitted", () -> {
                            counting();
                            demo().sudo().deny(Verb.values());
                            refused(Refusal.NOT_PERMITTED);
                        })
                        .leftBy(play::calm),
                Scene.of("refused-base-not-built", () -> {
                            demo().hide("base");
                            counting();
                            refused(Refusal.BASE_NOT_BUILT);
                        })
                        .leftBy(() -> {
                            demo().bringBack("base");
                            play.calm();
                        }),
                damaged(),
                Scene.of("refused-read-only", () -> {
                            demo().sudo().replace(Verb.ROLLBACK, readOnly());
                            counting();
                            refused(Refusal.READ_ONLY);
                        })
                        .leftBy(play::calm),
                Scene.of("refused-limit", () -> {
                            demo().sudo().replace(Verb.ROLLBACK, "ulimit -n 24; exec @real@");
                            counting();
                            refused(Refusal.LIMIT_TOO_LOW);
                        })
                        .leftBy(play::calm),
                Scene.of("helper-missing", () -> {
                            demo().sudo().remove(Verb.ROLLBACK);
                            console().rollBack(Outcome.Unheard.class);
                        })
                        .leftBy(play::calm),
                Scene.of("helper-killed", () -> {
                            demo().sudo().replace(Verb.ROLLBACK, "kill -9 $$");
                            console().rollBack(Outcome.Unheard.class);
                        })
                        .main()
                        .leftBy(play::calm),
                Scene.of("helper-silent", () -> {
                            demo().sudo().replace(Verb.ROLLBACK, "exec sleep 60");
                            console().rollBack(Outcome.Unheard.class);
                        })
                        .leftBy(play::calm));
    }

    private Scene damaged() {
        StringBuilder marker = new StringBuilder();
        return Scene.of("refused-damaged", () -> {
                    counting();
                    String wep = demo().target(demo().target("base") + "/ts_wep");
                    marker.replace(0, marker.length(), wep.replace("../../", "") + ".yaml");
                    demo().hide(marker.toString());
                    refused(Refusal.GENERATION_DAMAGED);
                })
                .leftBy(() -> {
                    demo().bringBack(marker.toString());
                    play.calm();
                });
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private DemoStage demo() {
        return play.demo();
    }

    private void counting() {
        console().click("rollback");
        until(() ->
                ask(() -> console().model().rollback().stateProperty().get()) instanceof RollbackState.CountingDown);
    }

    private void refused(Refusal refusal) {
        play.untilEnding(each -> each.outcome() instanceof Outcome.Refused refused && refused.refusal() == refusal);
    }

    /** The verb, where the root is mounted read-only: in a mount namespace of its own. */
    private String readOnly() {
        return """
                exec unshare --mount sh -c 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2"' \\
                    sh '%s' @real@
                """.formatted(demo().site().root());
    }
}
