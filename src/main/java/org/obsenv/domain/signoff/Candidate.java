package org.obsenv.domain.signoff;

import java.util.List;
import java.util.Optional;
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

    /** Neither withdrawn nor promoted: more can be done about it. */
    public boolean isOpen() {
        return image().isPresent() && acts.stream().noneMatch(act -> act.deed() instanceof Deed.Promoted);
    }

    public Optional<Act> act(int number) {
        return acts.stream().filter(each -> each.number() == number).findFirst();
    }

    /** Whether its actor took that act back. */
    public boolean isWithdrawn(int number) {
        return act(number).isPresent() && !new LiveActs(this).has(number);
    }
}
