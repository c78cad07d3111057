package org.obsenv.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.obsenv.fixture.Git;

/**
 * What the git program says of many histories in one repository. They have no commit in common, so one question can be
 * asked for all of them at once: one process instead of five hundred.
 */
final class GitAnswers {
    private final Git git;
    final Map<String, List<String>> parents = new HashMap<>();
    final Map<String, String> trees = new HashMap<>();
    final Map<String, String> messages = new HashMap<>();

    private final byte[] all;

    /**
     * @param commits all that there are
     */
    GitAnswers(Git git, Collection<String> commits) {
        this.git = git;
        this.all = (String.join("\n", commits) + "\n").getBytes(StandardCharsets.UTF_8);
        for (String entry : git.run(all, "log", "--stdin", "-z", "--format=%H%x01%P%x01%T%x01%B")
                .split("\0", -1)) {
            String[] parts = entry.split("\1", -1);
            if (parts.length == 4) {
                parents.put(parts[0], parts[1].isEmpty() ? List.of() : List.of(parts[1].split(" ", -1)));
                trees.put(parts[0], parts[2]);
                messages.put(parts[0], parts[3]);
            }
        }
    }

    /** What is there for sure. */
    static <K, V> V must(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> String.valueOf(key));
    }

    /** {@code git rev-list} of revisions such as {@code a}, {@code ^b} and {@code a...b}. */
    List<String> revList(Collection<String> revisions, String... options) {
        if (revisions.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("rev-list"));
        words.addAll(List.of(options));
        words.add("--stdin");
        byte[] input = (String.join("\n", revisions) + "\n").getBytes(StandardCharsets.UTF_8);
        return git.run(input, words.toArray(String[]::new)).lines().toList();
    }

    /**
     * Answers many questions of one history each, as many at a time as there are histories: {@code questions.get(i)} are
     * those of history {@code i}, each a list of revisions. Returns the commits of each answer, in the same places.
     */
    List<List<Set<String>>> rounds(
            List<List<List<String>>> questions, Map<String, Integer> historyOf, String... options) {
        List<List<Set<String>>> answers = new ArrayList<>();
        questions.forEach(each -> answers.add(new ArrayList<>()));
        int most = questions.stream().mapToInt(List::size).max().orElse(0);
        for (int round = 0; round < most; round++) {
            List<String> revisions = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                if (round < questions.get(i).size()) {
                    revisions.addAll(questions.get(i).get(round));
                    answers.get(i).add(new HashSet<>());
                }
            }
            for (String line : revList(revisions, options)) {
                // With --cherry-mark a sign stands before the commit.
                String commit = line.substring(line.length() - 40);
                answers.get(must(historyOf, commit)).get(round).add(line);
            }
        }
        return answers;
    }

    /** {@code git patch-id} of every commit that is no merge and changes something. */
    Map<String, String> patchIds() {
        String patches = git.run(all, "log", "--stdin", "--no-merges", "-p", "--full-index", "--format=commit %H");
        Map<String, String> ids = new HashMap<>();
        git.run(patches.getBytes(StandardCharsets.UTF_8), "patch-id", "--stable")
                .lines()
                .forEach(line -> {
                    String[] words = line.split(" ", -1);
                    ids.put(words[1], words[0]);
                });
        return ids;
    }
}
