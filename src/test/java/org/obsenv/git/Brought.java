package org.obsenv.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which merge brought what, by the git program's own answers to {@code rev-list parent ^parents-before}, put together by
 * the definition and in no clever order.
 */
final class Brought {
    private final GitAnswers git;

    /** By merge and place of the parent, from 1. */
    private final Map<String, Set<String>> brought = new HashMap<>();

    private Brought(GitAnswers git) {
        this.git = git;
    }

    static Brought of(GitAnswers git, Map<String, Integer> historyOf, int histories) {
        Brought answers = new Brought(git);
        List<List<List<String>>> questions = new ArrayList<>();
        List<List<String>> keys = new ArrayList<>();
        for (int i = 0; i < histories; i++) {
            questions.add(new ArrayList<>());
            keys.add(new ArrayList<>());
        }
        git.parents.forEach((merge, parents) -> {
            for (int i = 1; i < parents.size(); i++) {
                List<String> question = new ArrayList<>(List.of(parents.get(i)));
                parents.subList(0, i).forEach(each -> question.add("^" + each));
                questions.get(GitAnswers.must(historyOf, merge)).add(question);
                keys.get(GitAnswers.must(historyOf, merge)).add(merge + i);
            }
        });
        List<List<Set<String>>> found = git.rounds(questions, historyOf);
        for (int i = 0; i < histories; i++) {
            for (int n = 0; n < keys.get(i).size(); n++) {
                answers.brought.put(keys.get(i).get(n), found.get(i).get(n));
            }
        }
        return answers;
    }

    /** The merges that brought the commit to a line, the innermost first; empty on the line and where it does not reach. */
    List<String> chain(String tip, String commit) {
        List<String> line = new ArrayList<>();
        String next = tip;
        while (true) {
            line.add(next);
            List<String> parents = GitAnswers.must(git.parents, next);
            if (parents.isEmpty()) {
                break;
            }
            next = parents.getFirst();
        }
        if (line.contains(commit)) {
            return List.of();
        }
        for (String each : line.reversed()) {
            List<String> parents = GitAnswers.must(git.parents, each);
            for (int i = 1; i < parents.size(); i++) {
                if (GitAnswers.must(brought, each + i).contains(commit)) {
                    List<String> chain = new ArrayList<>(chain(parents.get(i), commit));
                    chain.add(each);
                    return chain;
                }
            }
        }
        return List.of();
    }
}
