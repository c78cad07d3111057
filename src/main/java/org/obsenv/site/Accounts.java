package org.obsenv.site;

import java.util.List;

/**
 * The accounts of the site.
 *
 * @param environment owns the tree
 * @param ledger owns the sign-off store
 * @param shared workstation accounts used by several people, who are asked for their initials
 */
public record Accounts(String environment, String ledger, List<String> shared) {
    public Accounts {
        shared = List.copyOf(shared);
    }
}
