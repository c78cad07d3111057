package org.obsenv.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.Mark;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-11-20T16:00:00Z");
    private static final PackageName WEP = new PackageName("ts_wep");

    private final List<JournalEntry> acts = new ArrayList<>();

    @Test
    void followingWhatTheAutoPullBuildsIsLiveUntilTheNext() {
        setUp();
        act(60, "sync", "generations/000001", "generations/000003");
        act(120, "sync", "generations/000003", "generations/000004");

        assertThat(lives()).containsExactly("4 from 120 on", "3 from 60 to 120", "- base", "1 from 0 to 60");
    }

    @Test
    void whileHeldTheAutoPullChangesNothingThatRuns() {
        setUp();
        act(60, "sync", "generations/000001", "generations/000003");
        act(90, "rollback", "deploy", "generations/000002");
        act(120, "sync", "generations/000003", "generations/000004");
        act(150, "resume", "generations/000002", "deploy");

        assertThat(lives())
                .containsExactly(
                        "4 from 150 on", "- deploy", "2 from 90 to 150", "3 from 60 to 90", "- base", "1 from 0 to 60");
    }

    @Test
    void holdingWhatRunsAnywayIsNoChange() {
        setUp();
        act(60, "switch", "deploy", "generations/000001");
        act(90, "sync", "generations/000001", "generations/000003");
        assertThat(lives()).containsExactly("- deploy", "- current", "- base", "1 from 0 on");
    }

    @Test
    void whereTheJournalBeginsWhileHeldTheFirstSwitchTellsIt() {
        act(60, "sync", "generations/000001", "generations/000003");
        act(90, "resume", "generations/000002", "deploy");
        assertThat(lives()).containsExactly("3 from 90 on", "- deploy");
    }

    @Test
    void whatFailedOrIsNoMoveIsNoTurn() {
        setUp();
        acts.add(entry(60, "rollback", "deploy", "generations/000002", "failed"));
        act(70, "mark", "generations/000001", "generations/000001");
        act(80, "repair", "", "");
        assertThat(lives()).hasSize(2);
    }

    @Test
    void aHeadThatWasRefusedIsToldAndWasNeverLive() {
        setUp();
        CommitId head = new CommitId("c5d0021".repeat(6).substring(0, 40));
        PackageMove move = new PackageMove(WEP, Optional.empty(), Optional.of(head));
        acts.add(new JournalEntry(
                "r",
                at(60),
                "refused",
                "obs_user",
                Optional.empty(),
                "server",
                Optional.empty(),
                Optional.empty(),
                1,
                List.of(move),
                Optional.of("does not compile"),
                Duration.ZERO,
                "refused",
                Optional.of(KeptOut.note("Ana; Núñez", List.of("a.py line 1: no", "def")))));

        Turn told = Timeline.of(facts()).turns().getFirst();

        assertThat(told.link()).isEqualTo(Turn.Link.NONE);
        assertThat(told.live()).isEmpty();
        assertThat(KeptOut.of(told.act()))
                .contains(new KeptOut(move, "does not compile", "Ana, Núñez", "a.py line 1: no"));
        assertThat(Timeline.of(facts()).liveAt(at(70))).contains(new GenerationId(1));
    }

    @Test
    void saysWhatWasLiveAtATime() {
        setUp();
        act(60, "sync", "generations/000001", "generations/000003");
        Timeline timeline = Timeline.of(facts());
        assertThat(timeline.liveAt(at(59))).contains(new GenerationId(1));
        assertThat(timeline.liveAt(at(60))).contains(new GenerationId(3));
        assertThat(timeline.liveAt(at(-1))).isEmpty();
    }

    @Test
    void theLastGoodNightIsTheOneMarkedLastThatIsStillThere() {
        setUp();
        act(60, "sync", "generations/000001", "generations/000003");
        Timeline timeline = Timeline.of(facts(mark(3, 10), mark(1, 20), mark(7, 30)));
        assertThat(timeline.lastGood()).contains(new GenerationId(1));
    }

    @Test
    void twoGenerationsDifferByPackage() {
        setUp();
        Timeline timeline = Timeline.of(facts());
        assertThat(timeline.between(new GenerationId(1), new GenerationId(3))
                        .found()
                        .orElseThrow())
                .singleElement()
                .satisfies(move -> assertThat(move.name()).isEqualTo(WEP));
        assertThat(timeline.between(new GenerationId(1), new GenerationId(9)).found())
                .isEmpty();
    }

    @Test
    void aNightGoesFromNoonToNoonByTheSitesClock() {
        ZoneId chile = ZoneId.of("America/Santiago");
        Night night = Night.at(Instant.parse("2026-11-21T03:12:44Z"), chile);
        assertThat(night.day()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(night.start()).isEqualTo(Instant.parse("2026-11-20T15:00:00Z"));
        assertThat(Night.at(night.start(), chile)).isEqualTo(night);
        assertThat(Night.at(night.start().minusMillis(1), chile).day()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(Night.at(night.end(), chile).day()).isEqualTo(LocalDate.of(2026, 11, 21));
        // Summer time begins on 2026-09-06 in Chile: that night has 23 hours.
        Night short23 = Night.at(Instant.parse("2026-09-06T02:00:00Z"), chile);
        assertThat(Duration.between(short23.start(), short23.end())).isEqualTo(Duration.ofHours(23));
    }

    private void setUp() {
        act(0, "setup", "", "generations/000001");
        act(1, "setup", "", "generations/000002");
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private void act(int minute, String verb, String from, String to) {
        acts.add(entry(minute, verb, from, to, "done"));
    }

    private static JournalEntry entry(int minute, String verb, String from, String to, String outcome) {
        return new JournalEntry(
                verb + minute,
                at(minute),
                verb,
                "maint1",
                Optional.empty(),
                "console-1",
                Optional.of(from).filter(text -> !text.isEmpty()),
                Optional.of(to).filter(text -> !text.isEmpty()),
                0,
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                outcome,
                Optional.empty());
    }

    private static Mark mark(int generation, int minute) {
        return new Mark(new GenerationId(generation), at(minute), "obs2", Optional.empty(), Optional.empty());
    }

    /** Generation 2 is base's; each other has a commit of its own. */
    private TimelineFacts facts(Mark... marks) {
        List<Known<GenerationFacts>> generations = new ArrayList<>();
        for (int i = 4; i >= 1; i--) {
            CommitId commit = new CommitId(Integer.toString(i).repeat(40));
            generations.add(Known.of(new GenerationFacts(
                    new GenerationId(i),
                    at(i),
                    "sync",
                    "obs_user",
                    Optional.empty(),
                    new TreeMap<>(Map.of(WEP, commit)),
                    i == 2 ? Map.of(WEP, "v1") : Map.of())));
        }
        List<JournalEntry> newest = new ArrayList<>(acts);
        Collections.reverse(newest);
        return new TimelineFacts(
                at(200),
                Optional.empty(),
                generations,
                List.of(marks).stream().map(Known::of).toList(),
                newest,
                true);
    }

    private List<String> lives() {
        return Timeline.of(facts()).turns().stream().map(TimelineTest::told).toList();
    }

    private static String told(Turn turn) {
        return turn.live()
                .map(live -> live.generation().number() + " from " + minute(live.from())
                        + live.to().map(to -> " to " + minute(to)).orElse(" on"))
                .orElseGet(() -> "- " + turn.link().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static long minute(Instant time) {
        return Duration.between(START, time).toMinutes();
    }
}
