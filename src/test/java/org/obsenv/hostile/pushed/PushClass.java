package org.obsenv.hostile.pushed;

import java.util.List;

/** The classes of what may be pushed (security.md row 12), and of what a remote may be. */
public enum PushClass {
    NAMES_THAT_LEAD_ELSEWHERE,
    GITS_OWN_NAMES,
    HIDDEN_CHARACTERS,
    TWINS,
    SIZES,
    LINKS,
    LINKS_WITHIN,
    BROKEN_COMMITS,
    ODD_COMMITS,
    LOST_BRANCHES,
    SPOILT_REPOSITORIES,
    ODD_REFS;

    public List<PushCase> cases() {
        return switch (this) {
            case NAMES_THAT_LEAD_ELSEWHERE -> NameCases.elsewhere();
            case GITS_OWN_NAMES -> NameCases.gitsOwn();
            case HIDDEN_CHARACTERS -> NameCases.hidden();
            case TWINS -> NameCases.twins();
            case SIZES -> TreeCases.sizes();
            case LINKS -> TreeCases.links();
            case LINKS_WITHIN -> TreeCases.linksWithin();
            case BROKEN_COMMITS -> CommitCases.broken();
            case ODD_COMMITS -> CommitCases.odd();
            case LOST_BRANCHES -> RefCases.lost();
            case SPOILT_REPOSITORIES -> RefCases.spoilt();
            case ODD_REFS -> RefCases.odd();
        };
    }
}
