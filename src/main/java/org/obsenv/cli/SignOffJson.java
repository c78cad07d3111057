package org.obsenv.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.CellState;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.SeatState;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.signoff.Step;
import org.obsenv.domain.signoff.StepState;
import org.obsenv.protocol.DeedFields;
import org.obsenv.words.ImageNames;

/** Candidates for scripts. Names of states are words of the domain and do not change with the texts. */
final class SignOffJson {
    private final ImageNames names = new ImageNames();

    /** A candidate without its single acts. */
    Map<String, Object> candidate(CandidateReading reading, Optional<Standing> standing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("candidate", reading.candidate().id());
        fields.put("tag", reading.candidate().tag().text());
        fields.put("name", names.of(reading.candidate().tag()));
        fields.put("digest", reading.candidate().image().map(Digest::text));
        fields.put("state", state(reading, standing));
        fields.put("signed", standing.map(Standing::signed).orElse(0));
        fields.put("seats", standing.map(each -> seats(each)).orElse(List.of()));
        fields.put("steps", standing.map(each -> steps(each)).orElse(List.of()));
        fields.put("checks", standing.map(each -> checks(each)).orElse(List.of()));
        fields.put("pulled", standing.map(each -> List.copyOf(each.pulled())).orElse(List.of()));
        fields.put("unverified-from", reading.doubt().map(Doubt::from));
        fields.put("why", reading.doubt().map(each -> each.why().written()));
        return fields;
    }

    List<Map<String, Object>> acts(CandidateReading reading) {
        return reading.candidate().acts().stream()
                .map(act -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("number", act.number());
                    fields.put("at", act.at());
                    fields.put("actor", act.actor());
                    fields.put("digest", act.digest().text());
                    DeedFields.put(fields, act.deed());
                    fields.put("withdrawn", reading.candidate().isWithdrawn(act.number()));
                    return fields;
                })
                .toList();
    }

    static String state(CandidateReading reading, Optional<Standing> standing) {
        if (reading.doubt().isPresent()) {
            return "unverified";
        }
        return standing.map(each -> each.isPromoted() ? "promoted" : each.isAgreed() ? "agreed" : "open")
                .orElse("withdrawn");
    }

    private static List<Map<String, Object>> seats(Standing standing) {
        List<Map<String, Object>> all = new ArrayList<>();
        standing.seats().forEach((seat, state) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("seat", seat.id());
            fields.put("title", seat.title());
            fields.put("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            Optional<Act> act = act(state);
            fields.put("by", act.map(Act::actor));
            fields.put("at", act.map(Act::at));
            all.add(fields);
        });
        return all;
    }

    private static Optional<Act> act(SeatState state) {
        return switch (state) {
            case SeatState.Signed signed -> Optional.of(signed.act());
            case SeatState.Waiting waiting -> Optional.empty();
            case SeatState.Objecting objecting -> Optional.of(objecting.act());
            case SeatState.Struck struck -> Optional.of(struck.act());
            case SeatState.Expired expired -> Optional.of(expired.act());
        };
    }

    private static List<Map<String, Object>> steps(Standing standing) {
        return standing.rungs().stream()
                .map(rung -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("step", word(rung.step()));
                    fields.put("state", rung.state().getClass().getSimpleName().toLowerCase(Locale.ROOT));
                    fields.put(
                            "at",
                            rung.state() instanceof StepState.Done done ? Optional.of(done.at()) : Optional.empty());
                    return fields;
                })
                .toList();
    }

    /** As the site file writes it. */
    private static String word(Step step) {
        return switch (step) {
            case Step.Proposal proposal -> "proposal";
            case Step.Meeting meeting -> meeting.id();
            case Step.Checks checks -> "checks";
            case Step.Ticket ticket -> "ticket";
            case Step.SignOff signOff -> "sign-off";
            case Step.Promotion promotion -> "promotion";
        };
    }

    private static List<Map<String, Object>> checks(Standing standing) {
        List<Map<String, Object>> all = new ArrayList<>();
        standing.checks().forEach((cell, state) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("repository", cell.repository());
            fields.put("deployment", cell.deployment());
            Optional<Act> act =
                    switch (state) {
                        case CellState.Passed passed -> Optional.of(passed.act());
                        case CellState.Failed failed -> Optional.of(failed.act());
                        case CellState.Missing missing -> Optional.empty();
                    };
            fields.put("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            fields.put("by", act.map(Act::actor));
            fields.put("at", act.map(Act::at));
            all.add(fields);
        });
        return all;
    }
}
