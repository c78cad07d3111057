package org.obsenv.protocol;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/**
 * One package of a {@code deploy}.
 *
 * @param revision a tag, a branch or a commit, as it was typed
 * @param seen the commit that it stood for when the person looked; a verb refuses when it stands for another
 */
public record Deployed(PackageName name, String revision, Optional<CommitId> seen) {}
