package org.obsenv.console.signoff;

import java.time.Instant;
import java.util.Optional;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Times;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.words.ImageNames;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts candidates into the rows of the list. Pure. */
final class StageTexts {
    private final Words words;
    private final Times times;
    private final ImageNames names = new ImageNames();

    StageTexts(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    CandidateRow row(CandidateReading reading, Stage stage, boolean yours, Instant now) {
        Optional<Digest> image = reading.candidate().image();
        String tag = Visible.line(reading.candidate().tag().text());
        return new CandidateRow(
                reading.candidate().id(),
                Visible.line(names.of(reading.candidate().tag())),
                image.map(digest -> words.text("candidate.image", "tag", tag, "digest", digest.shortened()))
                        .orElse(tag),
                shape(stage),
                word(stage),
                age(reading, stage, now),
                yours,
                stage instanceof Stage.Superseded || stage instanceof Stage.Withdrawn);
    }

    String word(Stage stage) {
        return switch (stage) {
            case Stage.Unverified unverified -> words.text("stage.unverified");
            case Stage.Moved moved -> words.text("stage.moved");
            case Stage.Gone gone -> words.text("stage.gone");
            case Stage.Objected(int seats) -> words.count("stage.objected", seats);
            case Stage.ChecksFail fail -> words.text("stage.checks-fail");
            case Stage.NotAgreed not -> words.text("stage.not-agreed");
            case Stage.Climbing(int signed, int seats) -> words.text("stage.signed", "signed", signed, "seats", seats);
            case Stage.Agreed agreed -> words.text("stage.agreed");
            case Stage.Ordered ordered -> words.text("stage.ordered");
            case Stage.Recommended recommended -> words.text("stage.recommended");
            case Stage.Superseded superseded -> words.text("stage.superseded");
            case Stage.Withdrawn withdrawn -> words.text("stage.withdrawn");
        };
    }

    private static Mark.Shape shape(Stage stage) {
        return switch (stage) {
            case Stage.Unverified unverified -> Mark.Shape.UNKNOWN;
            case Stage.Moved moved -> Mark.Shape.DIVERGED;
            case Stage.Gone gone -> Mark.Shape.DIVERGED;
            case Stage.Objected objected -> Mark.Shape.DIVERGED;
            case Stage.ChecksFail fail -> Mark.Shape.DIVERGED;
            case Stage.NotAgreed not -> Mark.Shape.DIVERGED;
            case Stage.Climbing climbing -> Mark.Shape.AHEAD;
            case Stage.Agreed agreed -> Mark.Shape.GOOD;
            case Stage.Ordered ordered -> Mark.Shape.AHEAD;
            case Stage.Recommended recommended -> Mark.Shape.GOOD;
            case Stage.Superseded superseded -> Mark.Shape.NONE;
            case Stage.Withdrawn withdrawn -> Mark.Shape.NONE;
        };
    }

    private String age(CandidateReading reading, Stage stage, Instant now) {
        if (stage instanceof Stage.Recommended(Instant since)) {
            return words.text("candidate.since", "day", Days.day(since));
        }
        return reading.candidate().acts().stream()
                .findFirst()
                .map(Act::at)
                .map(at -> times.age(at, now))
                .orElse("");
    }
}
