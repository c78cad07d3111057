package org.obsenv.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.obsenv.domain.Known;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.domain.window.WindowSession;

/**
 * What people tell others about a session of a maintenance window, as plain text to copy.
 *
 * @param policy what the site asks before an image is recommended; empty where none is signed off
 * @param ledger what was agreed and promoted; what could not be read is said to be unknown
 * @param contact whom to call, as it is to be read
 */
public record Announcement(
        String site, Optional<Policy> policy, Known<LedgerReading> ledger, Optional<String> contact, Instant now) {
    private static final Words WORDS = Words.of("windows");
    private static final SessionTexts TEXTS = new SessionTexts();
    private static final ImageNames NAMES = new ImageNames();

    /** Before a session: when it is, on what is worked in which order, and which image is to be recommended. */
    public String start(WindowCalendar calendar, WindowSession session) {
        List<String> lines = new ArrayList<>(begun("announce.start", "announce.opens", calendar, session));
        lines.add(standing(calendar, session));
        deployments("announce.order", calendar, session).ifPresent(lines::add);
        lines.addAll(images("announce.promote", each -> agreed(each).stream()));
        lines.add(WORDS.text("announce.rollback"));
        return ended(lines);
    }

    /** After a session, or at its end: what was worked on, and which image is recommended now. */
    public String end(WindowCalendar calendar, WindowSession session) {
        String when = session.end().isAfter(now) ? "announce.planned" : "announce.was";
        List<String> lines = new ArrayList<>(begun("announce.end", when, calendar, session));
        deployments("announce.worked", calendar, session).ifPresent(lines::add);
        lines.addAll(images("announce.promoted", each -> promoted(each, session)));
        return ended(lines);
    }

    private List<String> begun(String title, String when, WindowCalendar calendar, WindowSession session) {
        List<String> lines = new ArrayList<>();
        lines.add(WORDS.text(title, "window", Visible.of(session.window()), "site", Visible.of(site)));
        lines.add(WORDS.text(when, "utc", TEXTS.utc(session)));
        calendar.rule(session.window())
                .map(WindowRule::zone)
                .map(zone -> WORDS.text("announce.local", "local", TEXTS.local(session, zone)))
                .ifPresent(lines::add);
        return lines;
    }

    private static String standing(WindowCalendar calendar, WindowSession session) {
        if (!calendar.isCertain()) {
            return WORDS.text("announce.doubt");
        }
        return session.confirmedBy()
                .map(by -> WORDS.text("announce.confirmed", "by", Visible.of(by)))
                .orElseGet(() -> WORDS.text("announce.tentative"));
    }

    private static Optional<String> deployments(String key, WindowCalendar calendar, WindowSession session) {
        return calendar.rule(session.window())
                .map(WindowRule::deployments)
                .filter(all -> !all.isEmpty())
                .map(all -> WORDS.text(key, "deployments", Visible.of(String.join(" \u2192 ", all))));
    }

    private interface Wanted {
        Stream<Image> of(Candidate candidate);
    }

    private record Image(Candidate candidate, Digest digest) {
        String told() {
            return WORDS.text(
                    "announce.image",
                    "name",
                    Visible.of(NAMES.of(candidate.tag())),
                    "tag",
                    Visible.of(candidate.tag().text()),
                    "digest",
                    digest.text());
        }
    }

    private List<String> images(String key, Wanted wanted) {
        if (policy.isEmpty()) {
            return List.of();
        }
        Optional<LedgerReading> reading = ledger.found().filter(Announcement::isWhole);
        if (reading.isEmpty()) {
            return List.of(WORDS.text(key + ".unknown"));
        }
        List<String> images = reading.get().candidates().stream()
                .map(CandidateReading::candidate)
                .flatMap(wanted::of)
                .map(image -> WORDS.text(key, "image", image.told()))
                .toList();
        return images.isEmpty() ? List.of(WORDS.text(key + ".none")) : images;
    }

    /** With a document set aside nobody knows whether its image was agreed. */
    private static boolean isWhole(LedgerReading reading) {
        return reading.broken().isEmpty() && reading.candidates().stream().allMatch(CandidateReading::isWhole);
    }

    private Optional<Image> agreed(Candidate candidate) {
        return candidate
                .image()
                .filter(image -> candidate.isOpen()
                        && policy.map(each ->
                                        Standing.of(each, candidate, image, now).isAgreed())
                                .orElse(false))
                .map(image -> new Image(candidate, image));
    }

    private static Stream<Image> promoted(Candidate candidate, WindowSession session) {
        return candidate.acts().stream()
                .filter(act -> act.deed() instanceof Deed.Promoted && session.isOpenAt(act.at()))
                .map(act -> new Image(candidate, act.digest()));
    }

    private String ended(List<String> lines) {
        contact.map(each -> WORDS.text("announce.contact", "contact", Visible.of(each)))
                .ifPresent(lines::add);
        return String.join("\n", lines) + "\n";
    }
}
