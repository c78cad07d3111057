package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.obsenv.console.alarm.AlarmLook;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.layout.AlarmsDocument;
import org.obsenv.layout.LayoutPaths;

/** Alarms that wait for somebody: one, several with what to do, acknowledging, and a file that cannot be read. */
record AlarmScenes(Play play) {
    List<Scene> all() {
        return List.of(
                Scene.of("alarm-one", () -> raise(1)).leftBy(this::end),
                Scene.of("alarm-several", () -> {
                            raise(4);
                            play.console().click("alarms-unfold");
                        })
                        .leftBy(this::fold),
                Scene.of("alarm-acknowledge", () -> {
                            play.asMaintainer();
                            raise(2);
                            play.console().click("alarms-unfold");
                            play.console()
                                    .click("acknowledge-" + alarms(2).getFirst().id());
                        })
                        .leftBy(() -> {
                            play.console().click("acknowledge-cancel");
                            fold();
                        }),
                Scene.of("alarm-unknown", () -> {
                            write("revision: 1\nalarm: []\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                            untilLooked(AlarmLook.Unknown.class);
                        })
                        .leftBy(this::end));
    }

    private void raise(int count) throws IOException {
        write(AlarmsDocument.write(new AlarmsDocument.Kept(new Alarms(1, alarms(count)), new TreeMap<>())));
        untilLooked(AlarmLook.Shown.class);
    }

    private List<Alarm> alarms(int count) throws IOException {
        Instant at = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(20));
        List<Alarm> all = new ArrayList<>();
        PackageName wep = new PackageName("ts_wep");
        CommitId running = new CommitId(play.demo()
                .site()
                .root()
                .resolve(wep.text())
                .toRealPath()
                .getFileName()
                .toString());
        List<Cause> causes = List.of(
                new Cause.OfCommit(Cause.Kind.NO_COUNTERPART, wep, running),
                new Cause.MergedBack(wep, "develop", running),
                new Cause.OfCommit(Cause.Kind.NO_TICKET, wep, running),
                new Cause.ListNotBuilt("0".repeat(64)));
        for (int i = 0; i < count; i++) {
            Optional<Instant> cleared = i == 2 ? Optional.of(now().minus(Duration.ofMinutes(5))) : Optional.empty();
            all.add(new Alarm(causes.get(i), i == 0 ? at : at.plusSeconds(i), cleared, Optional.empty()));
        }
        return all;
    }

    private static Instant now() {
        return Instant.now();
    }

    private Path file() {
        return new LayoutPaths(play.demo().site().root()).alarms();
    }

    private void write(byte[] bytes) throws IOException {
        Path next = Files.write(file().resolveSibling("alarms.next"), bytes);
        Files.move(next, file(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private void fold() throws IOException {
        play.console().click("alarms-unfold");
        end();
    }

    private void end() throws IOException {
        write(AlarmsDocument.write(AlarmsDocument.Kept.NOTHING));
        untilLooked(AlarmLook.None.class);
        play.calm();
    }

    private void untilLooked(Class<? extends AlarmLook> look) {
        play.console()
                .refreshUntil(() -> look.isInstance(ask(() -> play.console()
                        .model()
                        .pages()
                        .alarms()
                        .orElseThrow()
                        .lookProperty()
                        .get())));
    }
}
