package org.obsenv.protocol;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/** What the base list is to say of one package. */
public sealed interface PinEdit {
    PackageName name();

    /**
     * A tag, a commit or a branch; of a branch the list gets the commit that it names now.
     *
     * @param seen the commit that it stood for when the person looked; a verb refuses when it stands for another
     */
    record To(PackageName name, String revision, Optional<CommitId> seen) implements PinEdit {}

    /** No pin: it stays at that commit. */
    record Keep(PackageName name, CommitId commit) implements PinEdit {}
}
