package org.obsenv.console.signoff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.obsenv.console.support.Times;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.image.ImageType;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.registry.Retention;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Designation;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Rules;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.signoff.Step;
import org.obsenv.words.Words;

/** What one look at the store comes to for one person at one time: rows, pages, offers. Pure. */
final class Look {
    private static final Digest NO_IMAGE = new Digest("sha256:" + "0".repeat(64));

    private final SignOffParts parts;
    private final Words words;
    private final String actor;
    private final Times times;
    private final LeadTexts texts;
    private final LadderTexts ladder;
    private final SeatTexts seats;
    private final StageTexts stages;
    private final PromotionTexts promotion;
    private final Desks desks;
    private final RecommendedTexts recommended;

    /** @param common the console's own texts, for ages */
    Look(SignOffParts parts, Words words, Words common, String actor) {
        this.parts = parts;
        this.words = words;
        this.actor = actor;
        this.times = new Times(common);
        this.texts = new LeadTexts(parts.policy(), words);
        this.ladder = new LadderTexts(words);
        this.seats = new SeatTexts(words, times, actor);
        this.stages = new StageTexts(words, times);
        this.desks = new Desks(parts, words, actor);
        this.recommended = new RecommendedTexts(parts.comparison().recommended(), retention(), words, times);
        this.promotion = new PromotionTexts(parts.policy(), parts.windows(), words, times);
    }

    /** What waits for this person first, then what waits for others, then the past; the newest first among each. */
    List<CandidateRow> rows(SignOffSight.Seen seen, Instant now) {
        Comparator<CandidateReading> newest = Comparator.comparing(
                        (CandidateReading each) -> proposedAt(each.candidate()))
                .reversed();
        List<CandidateRow> rows = new ArrayList<>();
        seen.reading().candidates().stream()
                .sorted(newest)
                .map(each -> stages.row(
                        each, stage(seen, each, now), offer(seen, each, now).isDue(), now))
                .forEach(rows::add);
        rows.sort(Comparator.comparing(CandidateRow::quiet).thenComparing(row -> !row.yours()));
        return rows;
    }

    LeadPage page(SignOffSight.Seen seen, CandidateReading reading, Instant now) {
        Candidate candidate = reading.candidate();
        Stage stage = stage(seen, reading, now);
        Offer offer = offer(seen, reading, now);
        // Where the tag moved, nothing that was signed counts for what it means now.
        Digest image = stage instanceof Stage.Moved(Digest moved)
                ? moved
                : candidate.image().orElse(NO_IMAGE);
        Standing standing = standing(candidate, image, now);
        List<String> alarms = new ArrayList<>(texts.alarms(reading, stage));
        if (offer instanceof Offer.Blocked blocked) {
            alarms.add(words.text(
                    blocked.why().refusal() == Refusal.SELF_SIGN
                            ? "sign.blocked.self-sign"
                            : "sign.blocked.checks-open",
                    "seat",
                    blocked.seat().title()));
        }
        alarms.addAll(registry(seen, candidate, now));
        return new LeadPage(
                candidate.id(),
                reading.revision(),
                candidate.image(),
                texts.title(candidate, stage, offer),
                stage.isBad(),
                texts.sub(candidate),
                alarms,
                stage instanceof Stage.Withdrawn
                        ? ladder.rungsOfWithdrawn(candidate, standing)
                        : ladder.rungs(
                                standing,
                                candidate.isOpen(),
                                promotion.opening(seen.reading().windows(), now)),
                stage instanceof Stage.Withdrawn
                        ? ""
                        : words.text(
                                "lead.of",
                                "there",
                                standing.signed(),
                                "wanted",
                                standing.seats().size()),
                seats.rows(standing, offer, candidate.isOpen(), now),
                stage instanceof Stage.Withdrawn ? "" : texts.checksPassed(standing),
                texts.deployments(),
                texts.checks(standing, stage),
                texts.lastCheck(candidate, image),
                promotion.blockers(candidate, standing, stage, seen.reading().windows(), now),
                offer,
                primaryTitle(offer),
                primarySub(offer),
                reading.isWhole() ? seats.own(candidate) : List.of(),
                candidate.isOpen(),
                Optional.of(candidate.tag().text()).filter(tag -> reading.isWhole() && stage instanceof Stage.Moved),
                desks.of(seen, reading, standing, actable(reading, stage), now));
    }

    /** What this person may do about it now. Nothing where the record is in doubt or the tag means another image. */
    Offer offer(SignOffSight.Seen seen, CandidateReading reading, Instant now) {
        Optional<Digest> image = reading.candidate().image();
        Stage stage = stage(seen, reading, now);
        if (image.isEmpty() || !actable(reading, stage)) {
            return new Offer.Nothing();
        }
        List<Designation> designations = DesignationAct.standing(seen.reading().designations());
        boolean due = standing(reading.candidate(), now)
                .next()
                .filter(rung -> rung.step() instanceof Step.SignOff)
                .isPresent();
        return Offer.of(new Rules(parts.policy(), designations, actor, now), reading.candidate(), image.get(), due);
    }

    private static boolean actable(CandidateReading reading, Stage stage) {
        return reading.isWhole() && !(stage instanceof Stage.Moved) && !(stage instanceof Stage.Gone);
    }

    /** Which image the recommended tag means now. */
    Optional<String> recommended(SignOffSight.Seen seen, Instant now) {
        return recommended.line(seen, now);
    }

    /** The images that have a name people know. */
    Set<Digest> named(SignOffSight.Seen seen) {
        return RecommendedTexts.known(seen).entrySet().stream()
                .filter(each -> each.getKey().type() != ImageType.ALIAS)
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private Stage stage(SignOffSight.Seen seen, CandidateReading reading, Instant now) {
        Standing standing = standing(reading.candidate(), now);
        Optional<Looked<Optional<Digest>>> tag =
                Optional.ofNullable(seen.tags().get(reading.candidate().tag().text()));
        return Stage.of(reading, standing, tag, isNewestPromoted(seen.reading(), reading.candidate()));
    }

    private Standing standing(Candidate candidate, Instant now) {
        return standing(candidate, candidate.image().orElse(NO_IMAGE), now);
    }

    private Standing standing(Candidate candidate, Digest image, Instant now) {
        return Standing.of(parts.policy(), candidate, image, now);
    }

    private static boolean isNewestPromoted(LedgerReading reading, Candidate candidate) {
        return reading.candidates().stream()
                .max(Comparator.comparing(each -> promotedAt(each.candidate())))
                .filter(newest -> newest.candidate().id().equals(candidate.id()))
                .isPresent();
    }

    private static Instant promotedAt(Candidate candidate) {
        return candidate.acts().stream()
                .filter(act -> act.deed() instanceof Deed.Promoted)
                .map(Act::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Instant proposedAt(Candidate candidate) {
        return candidate.acts().stream().findFirst().map(Act::at).orElse(Instant.EPOCH);
    }

    private List<String> registry(SignOffSight.Seen seen, Candidate candidate, Instant now) {
        List<String> said = new ArrayList<>();
        Looked<Optional<Digest>> tag = seen.tags().get(candidate.tag().text());
        switch (tag) {
            case null -> {}
            case Looked.Now<Optional<Digest>> current -> {}
            case Looked.Before<Optional<Digest>>(Optional<Digest> value, Instant at, String reason) ->
                said.add(words.text("alarm.registry.before", "reason", reason, "age", times.age(at, now)));
            case Looked.Never<Optional<Digest>>(String reason) ->
                said.add(words.text("alarm.registry", "reason", reason));
        }
        if (candidate.image().isPresent()) {
            retention()
                    .daysLeft(candidate.tag(), now.atOffset(ZoneOffset.UTC).toLocalDate())
                    .map(days -> days > 0 ? words.count("alarm.expires", days) : words.text("alarm.expired"))
                    .ifPresent(said::add);
        }
        return said;
    }

    private Retention retention() {
        return parts.images().map(SiteImages::retention).orElse(Retention.USUAL);
    }

    private String primaryTitle(Offer offer) {
        return switch (offer) {
            case Offer.Sign sign ->
                sign.deed()
                        .holder()
                        .map(holder -> words.text(
                                "sign.title.for",
                                "holder",
                                holder,
                                "seat",
                                sign.seat().title()))
                        .orElseGet(() ->
                                words.text("sign.title", "seat", sign.seat().title()));
            case Offer.Blocked blocked -> "";
            case Offer.Nothing nothing -> "";
        };
    }

    private String primarySub(Offer offer) {
        return offer instanceof Offer.Sign sign
                ? sign.openChecks() == 0
                        ? words.text("sign.sub", "digest", sign.digest().shortened())
                        : words.count(
                                "sign.sub.open",
                                sign.openChecks(),
                                "digest",
                                sign.digest().shortened())
                : "";
    }

    /** Problems begin with the document, which is said already. */
    private static String where(LedgerReading.Broken broken) {
        String before = broken.document() + ", ";
        return broken.problem().startsWith(before) ? broken.problem().substring(before.length()) : broken.problem();
    }

    /** What must be known of the store as a whole. */
    List<String> troubles(LedgerReading reading) {
        List<String> troubles = new ArrayList<>();
        switch (reading.key()) {
            case LedgerReading.KeyState.Trusted trusted -> {}
            case LedgerReading.KeyState.None none -> {}
            case LedgerReading.KeyState.Foreign(String fingerprint) ->
                troubles.add(words.text("candidates.key.foreign", "fingerprint", fingerprint));
            case LedgerReading.KeyState.Unreadable(String problem) ->
                troubles.add(words.text("candidates.key.unreadable", "problem", problem));
        }
        reading.broken()
                .forEach(each -> troubles.add(
                        words.text("candidates.broken", "document", each.document(), "problem", where(each))));
        return troubles;
    }
}
