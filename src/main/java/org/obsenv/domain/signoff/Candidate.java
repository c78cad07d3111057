package org.obsenv.domain.signoff;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.obsenv.domain.image.ImageTag;

/** A proposed image and everything that was done about it, oldest first; genuine acts only. */
public record Candidate(String id, ImageTag tag, List<Act> acts) {
    public Candidate {
        acts = List.copyOf(acts);
    }

    /**
     * The image that people are asked about: that of the newest proposal that was not withdrawn. When the tag moves it
     * is proposed anew, and what was agreed about the image before counts no more.
     */
    public Optional<Digest> image() {
        return new LiveActs(this).newest(Deed.Proposed.class, found -> true).map(found -> found.act()
                .digest());
    }

    /** Neither withdrawn nor recommended: more can be done about it. One that was returned is open again. */
    public boolean isOpen() {
        return image().isPresent() && promotion().isEmpty();
    }

    /** The promotion that stands: the newest, unless the recommended tag was put back from it since. */
    public Optional<Act> promotion() {
        return newest(deed -> deed instanceof Deed.Promoted || deed instanceof Deed.Returned)
                .filter(act -> act.deed() instanceof Deed.Promoted);
    }

    /** The order to move the recommended tag whose end is not recorded; empty when there is none. */
    public Optional<Act> order() {
        return newest(deed -> isOrder(deed) || deed instanceof Deed.Promoted || deed instanceof Deed.Returned)
                .filter(act -> isOrder(act.deed()));
    }

    private static boolean isOrder(Deed deed) {
        return deed instanceof Deed.PromotionOrdered || deed instanceof Deed.ReturnOrdered;
    }

    private Optional<Act> newest(Predicate<Deed> kind) {
        return new LiveActs(this)
                .newest(Deed.class, found -> kind.test(found.deed()))
                .map(found -> found.act());
    }

    /** What its newest proposal says that it replaces: a tag, or another candidate. */
    public Optional<String> replaces() {
        return new LiveActs(this).newest(Deed.Proposed.class, found -> true).flatMap(found -> found.deed()
                .replaces());
    }

    /**
     * What was recommended before it was promoted, where the promotion stands and says so. Where the tag meant this
     * image already, moved by somebody without an order, nobody knows what it had replaced: not itself.
     */
    public Optional<Digest> promotedFrom() {
        return promotion()
                .flatMap(act -> act.deed() instanceof Deed.Promoted promoted
                        ? promoted.from().filter(from -> !from.equals(act.digest()))
                        : Optional.empty());
    }

    /** The act that attached the newest list of that image's packages. */
    public Optional<Act> packages(Digest digest) {
        return new LiveActs(this)
                .newest(Deed.PackagesListed.class, found -> found.act().digest().equals(digest))
                .map(LiveActs.Found::act);
    }

    public Optional<Act> act(int number) {
        return acts.stream().filter(each -> each.number() == number).findFirst();
    }

    /** Whether its actor took that act back. */
    public boolean isWithdrawn(int number) {
        return act(number).isPresent() && !new LiveActs(this).has(number);
    }
}
