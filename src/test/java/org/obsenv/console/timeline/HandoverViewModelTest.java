package org.obsenv.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleTimeline;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscUnderTest;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.handover.HandoverReader;
import org.obsenv.domain.timeline.TimelineFacts;
import org.obsenv.domain.trace.Acknowledgement;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.words.HandoverSection;

class HandoverViewModelTest extends OnFeed {
    private final HandoverViewModel model = new HandoverViewModel(
            feed,
            new HandoverReader(ports, ports, ports, () -> ports.alarms.get(), () -> ports.cscs.get()),
            ports,
            runner,
            time,
            Sample.site(Duration.ZERO).zone());

    private HandoverState.Open opened() {
        feed.start();
        model.open();
        return (HandoverState.Open) model.stateProperty().get();
    }

    private List<String> lines(String title) {
        return section(title).lines();
    }

    private HandoverSection section(String title) {
        HandoverState.Open open = (HandoverState.Open) model.stateProperty().get();
        return open.sections().stream()
                .filter(each -> each.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsTheNightAsOneMarkdownText() {
        ports.timeline = () -> Known.of(SampleTimeline.rolledBack());
        ports.reading = () -> Sample.held(time.instant());
        assertThat(opened().text()).isEqualTo("""
                # Handover, Summit, night of 20 November 2026

                Written 2026-11-21 03:12 UTC (00:12 America/Santiago). All times are UTC.

                ## Now

                - Held at generation 39 (base c0044.007) since 21 Nov 02:31 by obs1: script failing
                - Following deploy again would move 3 packages: ts_standardscripts, summit_utils, ts_wep.
                - All 16 packages are at base.

                ## What changed since 20 Nov 15:00

                - summit_utils 1be90d7 → aa10423: at least 2 commits by maint3, and without 1 commit by release

                ## Roll backs, holds and returns

                - 03:11 obs1 rolled back to base, generation 39: script failing

                ## Refused, and let pass

                - None.

                ## What else was done

                - 15:02 maint1 built base, generation 39
                - 22:05 the auto-pull brought ts_wep 77ab3e9
                - 01:12 the auto-pull brought ts_standardscripts c04d9aa
                - 02:31 the auto-pull brought ts_standardscripts 8f31c02

                ## Alarms

                - None.

                ## Hot-fixes that owe something

                - summit_utils c5d0021 by maint2, Fix stray bracket in offset_atcs: no ticket, no tag, not in develop
                - ts_externalscripts c5d0021 by maint2, Fix stray bracket in offset_atcs: no ticket, no tag, not in develop
                - ts_standardscripts c5d0021 by maint2, Fix stray bracket in offset_atcs: no ticket, no tag, not in develop
                - ts_wep c5d0021 by maint2, Fix stray bracket in offset_atcs: no ticket, no tag, not in develop

                ## CSCs under test

                - None.

                ## Found good

                - 00:12 generation 40, by obs2
                """);
    }

    @Test
    void whatCannotBeReadIsUnknownInEveryPartThatNeedsIt() {
        ports.timeline = () -> Known.unknown("journal: Stale file handle");
        ports.cscs = () -> Known.unknown("cscs.yaml:3: tabs");
        opened();
        String reason = "Unknown: journal: Stale file handle";
        for (String part : List.of("What changed", "Roll backs", "Refused", "What else", "Found good")) {
            assertThat(section(part))
                    .as(part)
                    .isEqualTo(
                            new HandoverSection(section(part).title(), List.of(reason), HandoverSection.Tone.UNKNOWN));
        }
        assertThat(lines("CSCs")).containsExactly("Unknown: cscs.yaml:3: tabs");
    }

    @Test
    void withGapsInTheJournalNothingIsCalledNone() {
        ports.timeline = () -> Known.of(SampleTimeline.withGaps());
        opened();
        assertThat(lines("Roll backs")).containsExactly("Unknown: the journal has entries that cannot be read.");
        assertThat(lines("What changed")).containsExactly("Unknown: the journal has entries that cannot be read.");
        assertThat(section("What else").tone()).isEqualTo(HandoverSection.Tone.UNKNOWN);
    }

    @Test
    void aJournalThatDoesNotFitTellsNotWhatChanged() {
        TimelineFacts other = SampleTimeline.of(new GenerationId(38), SampleTimeline.acts(), true);
        ports.timeline = () -> Known.of(other);
        opened();
        assertThat(lines("What changed"))
                .containsExactly("Unknown: by the journal another generation would run than does.");
    }

    @Test
    void anAlarmIsToldUntilItIsAcknowledgedAndInTheNightOfThatToo() {
        Cause.OfCommit old = new Cause.OfCommit(Cause.Kind.PIN_OLD, new PackageName("cwfs"), Sample.commit("c0ffee1"));
        Cause.OfCommit owes =
                new Cause.OfCommit(Cause.Kind.NO_TICKET, new PackageName("ts_wep"), Sample.commit("abc1234"));
        Instant raised = Instant.parse("2026-11-19T09:00:00Z");
        ports.alarms = () -> Known.of(new Alarms(
                3,
                List.of(
                        new Alarm(old, raised, Optional.empty(), Optional.empty()),
                        new Alarm(
                                owes,
                                raised.plusSeconds(60),
                                Optional.empty(),
                                Optional.of(new Acknowledgement(
                                        Instant.parse("2026-11-20T20:00:00Z"),
                                        "maint1",
                                        Optional.empty(),
                                        "DM-50001 is written"))))));
        opened();
        assertThat(section("Alarms"))
                .isEqualTo(new HandoverSection(
                        "Alarms",
                        List.of(
                                "ts_wep: the hot-fix abc1234 names no ticket; since 19 Nov 09:01;"
                                        + " acknowledged by maint1: DM-50001 is written",
                                "cwfs: base's commit c0ffee1 is old; since 19 Nov 09:00"),
                        HandoverSection.Tone.ATTENTION));

        ports.alarms = () -> Known.unknown("alarms.yaml:4: tabs");
        model.open();
        assertThat(section("Alarms"))
                .isEqualTo(new HandoverSection(
                        "Alarms", List.of("Unknown: alarms.yaml:4: tabs"), HandoverSection.Tone.UNKNOWN));
    }

    @Test
    void hotFixesSayWhatTheyOwe() {
        opened();
        assertThat(lines("Hot-fixes"))
                .containsExactly(
                        "summit_utils 1be90d7 by maint3, Revert EFD cache default: no ticket, no tag,"
                                + " whether the default branch has it is unknown, the clone is cut off",
                        "ts_externalscripts c5d0021 by maint2, Fix stray bracket in offset_atcs:"
                                + " no ticket, no tag, not in develop",
                        "ts_standardscripts 8f31c02 by maint2, Retry dome handshake in power_on:"
                                + " DM-47381, not in develop",
                        "ts_standardscripts c04d9aa by maint1, Raise M1 cover timeout to 240 s:"
                                + " no ticket, no tag, in develop");

        ports.history = name -> Known.unknown("its repository did not answer in 5 s");
        model.open();
        assertThat(section("Hot-fixes").tone()).isEqualTo(HandoverSection.Tone.UNKNOWN);
        assertThat(lines("Hot-fixes")).contains("summit_utils: unknown, its repository did not answer in 5 s");
    }

    @Test
    void aCscThatShouldHaveEndedSaysSo() {
        Instant since = Instant.parse("2026-11-20T20:00:00Z");
        ports.cscs = () -> Known.of(new CscList(
                2,
                List.of(
                        csc("MTAOS:0", since, Optional.of(since.plusSeconds(3600))),
                        csc("ATMCS", since, Optional.empty()))));
        opened();
        assertThat(lines("CSCs"))
                .containsExactly(
                        "MTAOS:0 runs develop since 20 Nov 20:00, by maint1; return to v1.2; was to end 20 Nov 21:00",
                        "ATMCS runs develop since 20 Nov 20:00, by maint1; return to v1.2");
        assertThat(section("CSCs").tone()).isEqualTo(HandoverSection.Tone.ATTENTION);
    }

    private static CscUnderTest csc(String name, Instant since, Optional<Instant> until) {
        return new CscUnderTest(name, "develop", "v1.2", since, "maint1", until, "");
    }

    @Test
    void keepsTheTextAndWritesOverNothing() {
        HandoverState.Open open = opened();
        assertThat(model.fileProperty().get()).isEqualTo("handover-2026-11-20.md");
        model.save();
        assertThat(model.keptProperty().get()).isEqualTo("Saved in handover-2026-11-20.md");
        assertThat(ports.keptTexts).isEqualTo(Map.of("handover-2026-11-20.md", open.text()));

        ports.keptTexts.put("handover-2026-11-20.md", "of yesterday's");
        model.save();
        assertThat(model.keptProperty().get())
                .isEqualTo("handover-2026-11-20.md is there already and says something else."
                        + " It is unchanged: choose another name.");
    }

    @Test
    void beforeTheFirstLookNothingIsSaid() {
        model.open();
        assertThat(model.stateProperty().get())
                .isEqualTo(new HandoverState.Blind("The environment was not read yet. Try again in a moment."));
        assertThat(model.close()).isTrue();
        assertThat(model.close()).isFalse();
    }
}
