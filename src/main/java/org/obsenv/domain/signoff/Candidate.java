package org.obsenv.domain.signoff;

import java.util.List;
import org.obsenv.domain.image.ImageTag;

/** A proposed image and everything that was done about it, oldest first; genuine acts only. */
public record Candidate(String id, ImageTag tag, List<Act> acts) {
    public Candidate {
        acts = List.copyOf(acts);
    }
}
