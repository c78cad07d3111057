package org.obsenv.site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.obsenv.words.Visible;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** Lists of accounts that are one person's each: who signs or confirms for herself must be somebody. */
record People(Accounts accounts) {
    List<String> named(Fields each, String key) throws YamlProblem {
        List<String> people = unique(each, key, each.texts(key));
        for (String account : people) {
            if (SiteFile.account(account).isEmpty()) {
                throw each.problem(key, "expected account names, found \"" + Visible.value(account) + "\"");
            }
            if (accounts.shared().contains(account)) {
                throw each.problem(key, account + " is shared by several people, so it can sign for none of them");
            }
        }
        return people;
    }

    static List<String> unique(Fields each, String key, List<String> texts) throws YamlProblem {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            if (!seen.add(text)) {
                throw each.problem(key, Visible.value(text) + " stands here a second time");
            }
        }
        return texts;
    }
}
