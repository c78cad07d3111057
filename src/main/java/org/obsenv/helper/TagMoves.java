package org.obsenv.helper;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.signoff.TagRules;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Endings;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/**
 * Moves the recommended tag, or hands that over to whoever may. A registry and a store are two things that no single
 * rename changes: the order is recorded first, then the tag is moved and read back, then what was found is recorded.
 * Whatever dies in between leaves an order that is verified later. The store's lock is never held while a registry
 * is asked; a lock of its own keeps two moves from crossing.
 */
final class TagMoves {
    /** How long another move may be at work: its registry answers within its own limits. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LockedLedger ledger;
    private final RecommendedTag tag;
    private final Reporter reporter;
    private final Words words = Words.of("endings");

    TagMoves(LockedLedger ledger, RecommendedTag tag, Reporter reporter) {
        this.ledger = ledger;
        this.tag = tag;
        this.reporter = reporter;
    }

    Outcome run(Ask.MoveTag asked) throws IOException, RefusedException {
        ledger.prepare();
        try (LockFile lock = LockFile.takeUnlessAtWork(ledger.paths().moveLock(), PATIENCE)) {
            return switch (asked.move()) {
                case TagMove.Promote promote -> promote(asked, promote.recommended());
                case TagMove.Return(String reason) -> putBack(asked, reason);
                case TagMove.Verify verify -> verify(asked);
            };
        }
    }

    private Outcome promote(Ask.MoveTag asked, Optional<Digest> saw) throws IOException, RefusedException {
        Digest image = asked.digest();
        May may = (held, candidate) -> held.tagRules().promote(candidate, image, new SessionActs(held).calendar());
        Candidate candidate = ledger.hold(held -> decided(held, asked, may)).candidate();
        TagRules.Tags tags = look(candidate);
        refuse(TagRules.fromTags(candidate, image, tags, saw));
        Optional<Act> carriedOut = candidate.order().filter(each -> isTo(each, image, tags));
        if (carriedOut.isPresent()) {
            // Moved by an order whose end nobody heard: only that order says what the image replaced.
            return found(candidate.id(), image, carriedOut.get().deed());
        }
        return order(asked, candidate, new Deed.PromotionOrdered(tag.name(), tags.recommended()), tags, may);
    }

    private static boolean isTo(Act order, Digest image, TagRules.Tags tags) {
        return order.deed() instanceof Deed.PromotionOrdered
                && order.digest().equals(image)
                && tags.recommended().equals(Optional.of(image));
    }

    private Outcome putBack(Ask.MoveTag asked, String reason) throws IOException, RefusedException {
        Digest image = asked.digest();
        May may = (held, candidate) -> held.tagRules().putBack(candidate, image);
        Candidate candidate = ledger.hold(held -> decided(held, asked, may)).candidate();
        Digest to = TagRules.replaced(candidate).orElseThrow();
        TagRules.Tags tags = look(candidate);
        refuse(TagRules.fromRecommended(tags, Optional.of(image)));
        return order(asked, candidate, new Deed.ReturnOrdered(tag.name(), to, reason), tags, may);
    }

    private Outcome verify(Ask.MoveTag asked) throws IOException, RefusedException {
        Candidate candidate = ledger.hold(held ->
                        decided(held, asked, (now, each) -> now.tagRules().verify(each)))
                .candidate();
        Act order = candidate.order().orElseThrow();
        Digest wanted = target(order.digest(), order.deed());
        Optional<Digest> now = look(candidate).recommended();
        if (!now.equals(Optional.of(wanted))) {
            throw new RefusedException(
                    Refusal.NOT_MOVED,
                    Map.of(
                            "tag",
                            tag.name(),
                            "place",
                            tag.place(),
                            "now",
                            RecommendedTag.shown(now),
                            "wanted",
                            wanted.text()));
        }
        return found(candidate.id(), order.digest(), order.deed());
    }

    /** Why a move may not be made; empty when it may. Asked under the store's lock. */
    private interface May {
        Optional<Ruling.Forbidden> why(HeldLedger held, Candidate candidate) throws IOException, RefusedException;
    }

    /** The candidate as the person saw it, if the move may be made now. */
    private static HeldLedger.Opened decided(HeldLedger held, Ask.MoveTag asked, May may)
            throws IOException, RefusedException {
        HeldLedger.Opened opened = held.candidate(asked.candidate(), asked.saw());
        refuse(may.why(held, opened.candidate()));
        return opened;
    }

    /**
     * An order that is in the store, to be carried out.
     *
     * @param image of the candidate
     * @param from what the tag meant when it was ordered
     */
    private record Ordered(
            Outcome.Recorded order, Candidate candidate, Digest image, Optional<Digest> from, Deed deed, May may) {}

    private Outcome order(Ask.MoveTag asked, Candidate candidate, Deed deed, TagRules.Tags tags, May may)
            throws IOException, RefusedException {
        Digest image = asked.digest();
        requireThere(target(image, deed));
        Outcome.Recorded order = ledger.hold(held -> {
            // Asked again: the registry took its time, and what is decided is what holds at the moment of writing.
            HeldLedger.Opened opened = decided(held, asked, may);
            requireUnordered(opened.candidate(), image);
            return held.append(opened, image, deed);
        });
        return carryOut(new Ordered(order, candidate, image, tags.recommended(), deed, may));
    }

    private Outcome carryOut(Ordered ordered) {
        try {
            return carriedOut(ordered);
        } catch (RefusedException e) {
            return unsettled(ordered.order(), new Endings().explain(e.outcome()).what());
        } catch (IOException e) {
            return unsettled(ordered.order(), IoWords.of(e));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Past the order nothing may end as if the store were as it was.
            return unsettled(ordered.order(), "unexpected " + e);
        }
    }

    private Outcome carriedOut(Ordered ordered) throws IOException, RefusedException {
        Candidate candidate = ordered.candidate();
        Digest to = target(ordered.image(), ordered.deed());
        TagRules.Tags before = look(candidate);
        boolean isThere = before.recommended().equals(Optional.of(to));
        if (!isThere && !tag.isOurs()) {
            return ordered.order()
                    .saying(List.of(words.text(
                            "note.by-hand",
                            "place",
                            tag.place(),
                            "tag",
                            tag.name(),
                            "to",
                            to.text(),
                            "candidate",
                            candidate.id())));
        }
        Optional<String> problem = Optional.empty();
        if (!isThere) {
            // Somebody else moved it since: what she did not see is not overwritten.
            refuse(TagRules.fromRecommended(before, ordered.from()));
            // Nor is it moved on a decision that fell meanwhile: a registry may be slow, and a caller may stop this.
            refuse(ledger.hold(held ->
                    ordered.may().why(held, held.candidate(candidate.id()).candidate())));
            reporter.progress("tag", tag.place() + ":" + tag.name(), 1, 1);
            problem = move(to);
        }
        Optional<Digest> now = look(candidate).recommended();
        if (now.equals(Optional.of(to))) {
            return found(candidate.id(), ordered.image(), ordered.deed());
        }
        String means =
                words.text("tag.means", "tag", tag.name(), "place", tag.place(), "now", RecommendedTag.shown(now));
        return unsettled(
                ordered.order(), problem.map(each -> each + "; " + means).orElse(means));
    }

    /** What the registry answered is a claim; what the tag means afterwards is the proof. */
    private Optional<String> move(Digest to) {
        try {
            tag.move(to);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(IoWords.of(e));
        }
    }

    /**
     * Records that what was ordered was found done. What others did about the candidate meanwhile does not change where
     * the tag is.
     */
    private Outcome found(String id, Digest image, Deed order) throws IOException, RefusedException {
        Outcome.Recorded recorded = ledger.hold(held -> held.append(held.candidate(id), image, done(order)));
        List<String> notes = new ArrayList<>(recorded.notes());
        notes.add(words.text(
                "tag.means",
                "tag",
                tag.name(),
                "place",
                tag.place(),
                "now",
                target(image, order).text()));
        return recorded.saying(notes);
    }

    /** The image that the tag is to mean by an order about that image. */
    private static Digest target(Digest image, Deed order) {
        return order instanceof Deed.ReturnOrdered back ? back.to() : image;
    }

    private static Deed done(Deed order) {
        return switch (order) {
            case Deed.PromotionOrdered(String name, Optional<Digest> from) -> new Deed.Promoted(name, from);
            case Deed.ReturnOrdered(String name, Digest to, String reason) -> new Deed.Returned(name, to);
            default -> throw new IllegalArgumentException("no order: " + order);
        };
    }

    private TagRules.Tags look(Candidate candidate) throws RefusedException {
        reporter.progress("registry", tag.place(), 0, 1);
        return tag.tags(candidate.tag());
    }

    private void requireThere(Digest image) throws RefusedException {
        if (!tag.has(image)) {
            throw new RefusedException(Refusal.IMAGE_GONE, Map.of("image", image.text(), "place", tag.place()));
        }
    }

    /** Who moves it by hand is not asked twice; where it is ours, an order that was not carried out is given anew. */
    private void requireUnordered(Candidate candidate, Digest image) throws RefusedException {
        Optional<Act> order = candidate.order().filter(each -> each.digest().equals(image));
        if (!tag.isOurs() && order.isPresent()) {
            throw new RefusedException(
                    Refusal.ALREADY_ORDERED,
                    Map.of(
                            "act",
                            Integer.toString(order.get().number()),
                            "by",
                            order.get().actor(),
                            "at",
                            order.get().at().toString()));
        }
    }

    private static Outcome unsettled(Outcome.Recorded order, String problem) {
        return new Outcome.Unsettled(order.document(), order.act(), problem);
    }

    private static void refuse(Optional<Ruling.Forbidden> why) throws RefusedException {
        if (why.isPresent()) {
            throw RefusedException.of(why.get());
        }
    }
}
