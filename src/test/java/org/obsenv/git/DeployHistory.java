package org.obsenv.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.obsenv.fixture.Git;

/**
 * A package's history grown from a seed, as part of one input for {@code git fast-import}: releases and hot-fixes on
 * deploy, merges of merges, octopuses, criss-crosses, cherry-picks and reverts under other messages, the same patch twice,
 * empty commits, tags of both kinds, wrong clocks, and what must not happen and does: deploy merged back.
 */
final class DeployHistory {
    private static final long DAY = 86_400;
    private static final int TAG_MARKS = 100_000_000;
    private static final List<String> FILES = List.of("a.py", "b.py", "dir/c.yaml");

    /** One commit as it was made. */
    record Made(int mark, List<Integer> parents, Map<String, List<String>> tree) {}

    final int number;
    final Map<String, Integer> branches = new TreeMap<>();
    final Map<String, Integer> tags = new TreeMap<>();

    /** The marks of the objects of those that are annotated. */
    final Map<String, Integer> annotated = new TreeMap<>();

    private final Random random;
    private final StringBuilder out;
    private final int base;
    private final Map<Integer, Made> made = new HashMap<>();
    private final List<Integer> onDeploy = new ArrayList<>();
    private final boolean isSkewed;
    private int last;
    private int words;

    /**
     * @param base marks above it are free
     */
    DeployHistory(int number, long seed, int base, StringBuilder out) {
        this.number = number;
        this.random = new Random(seed);
        this.base = base;
        this.out = out;
        this.isSkewed = random.nextInt(4) == 0;
        grow();
    }

    /** The marks of all commits. */
    Set<Integer> marks() {
        return made.keySet();
    }

    /** How many commits there are. */
    int size() {
        return last;
    }

    /** The mark of any commit. */
    int any() {
        return base + 1 + random.nextInt(last);
    }

    /** The mark of any commit that deploy stood at. */
    int anyOnDeploy() {
        return onDeploy.get(random.nextInt(onDeploy.size()));
    }

    private void grow() {
        Map<String, List<String>> tree = new TreeMap<>();
        for (String file : FILES) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                lines.add(word());
            }
            tree.put(file, lines);
        }
        int root = commit("Root", List.of(), tree);
        List<String> defaults = List.of("develop", "main", "master");
        String home = defaults.get(random.nextInt(3));
        branches.put(home, root);
        if (home.equals("develop") && random.nextBoolean()) {
            branches.put("main", root);
        }
        deploy(root);
        int steps = 6 + random.nextInt(24);
        for (int i = 0; i < steps; i++) {
            step(home);
        }
        if (random.nextInt(20) == 0) {
            // As in a repository that calls them otherwise.
            int tip = Objects.requireNonNull(branches.remove(home));
            branches.remove("main");
            branches.put("trunk", tip);
        }
    }

    private void deploy(int commit) {
        branches.put("deploy", commit);
        onDeploy.add(commit);
    }

    private void step(String home) {
        int develop = GitAnswers.must(branches, home);
        int deploy = GitAnswers.must(branches, "deploy");
        switch (random.nextInt(20)) {
            case 0, 1 -> branches.put(home, edit(subject("Develop"), develop));
            case 2, 3, 4 -> branches.put(home, pull(develop));
            case 5 -> tag("v" + random.nextInt(3) + "." + tags.size(), develop);
            case 6, 7 -> deploy(release(home, deploy));
            case 8, 9, 10 -> {
                deploy(edit(subject("Hot-fix"), deploy));
                if (random.nextBoolean()) {
                    String name = random.nextBoolean() ? "hotfix/2026-" + last : "p" + last;
                    tag(name, GitAnswers.must(branches, "deploy"));
                }
            }
            case 11, 12 -> branches.put(home, pick(anyOnDeploy(), develop));
            case 13 -> deploy(pick(any(), deploy));
            case 14 -> deploy(random.nextBoolean() ? revert(deploy) : revert(anyOnDeploy(), deploy));
            case 15 -> branches.put(home, revert(any(), develop));
            case 16 ->
                deploy(commit(
                        subject("Empty"),
                        List.of(deploy),
                        GitAnswers.must(made, deploy).tree()));
            case 17 -> deploy(merge(subject("Merge topic"), deploy, List.of(edit(subject("Topic"), any()))));
            case 18 -> {
                if (random.nextInt(4) == 0) {
                    branches.put(home, merge("Merge deploy back", develop, List.of(deploy)));
                } else if (branches.containsKey("main")) {
                    int main = merge(subject("Release"), GitAnswers.must(branches, "main"), List.of(develop));
                    branches.put("main", main);
                    tag("v3." + tags.size(), main);
                }
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    deploy(develop);
                } else {
                    criss(home);
                }
            }
        }
    }

    private int release(String home, int deploy) {
        String from = branches.containsKey("main") && random.nextBoolean() ? "main" : home;
        int tip = random.nextInt(4) == 0 ? any() : GitAnswers.must(branches, from);
        if (random.nextInt(3) > 0) {
            tag("v1." + tags.size(), tip);
            if (random.nextInt(4) == 0) {
                tag("w.2026." + tags.size(), tip);
            }
        }
        return tip == deploy ? deploy : merge(subject("Merge release"), deploy, List.of(tip));
    }

    /** A topic of some commits, which may merge others, or two topics at once. */
    private int pull(int develop) {
        int topics = random.nextInt(6) == 0 ? 2 : 1;
        List<Integer> tips = new ArrayList<>();
        for (int i = 0; i < topics; i++) {
            int tip = random.nextInt(4) == 0 ? any() : develop;
            for (int n = 0; n <= random.nextInt(3); n++) {
                tip = edit(subject("Topic"), tip);
                if (random.nextInt(4) == 0) {
                    tip = merge(subject("Merge into topic"), tip, List.of(any()));
                }
            }
            if (!tips.contains(tip)) {
                tips.add(tip);
            }
        }
        return merge(subject("Merge pull request from"), develop, tips);
    }

    private void criss(String home) {
        int left = edit(subject("Left"), GitAnswers.must(branches, home));
        int right = edit(subject("Right"), GitAnswers.must(branches, home));
        int one = merge(subject("Criss"), left, List.of(right));
        int other = merge(subject("Cross"), right, List.of(left));
        branches.put(home, one);
        deploy(merge(subject("Take other"), GitAnswers.must(branches, "deploy"), List.of(other)));
    }

    private String subject(String start) {
        return switch (random.nextInt(5)) {
            case 0 -> start + " tickets/DM-" + last;
            case 1 -> start + "\n\nBody of BLOCK-T" + last;
            case 2 -> start + " XDM-" + last + " DM-1a";
            default -> start + " " + last;
        };
    }

    private int edit(String message, int on) {
        Map<String, List<String>> tree = copy(on);
        String file = FILES.get(random.nextInt(FILES.size()));
        List<String> lines = tree.computeIfAbsent(file, name -> new ArrayList<>(List.of(word(), word())));
        switch (random.nextInt(8)) {
            case 0 -> tree.put("new" + last + ".py", new ArrayList<>(List.of(word(), word())));
            case 1 -> tree.remove(file);
            case 2 -> lines.subList(0, Math.min(2, lines.size())).clear();
            case 3 -> lines.addFirst("    " + word());
            case 4 -> lines.add("binary \0 " + word());
            default -> {
                lines.add(random.nextInt(lines.size() + 1), word());
                lines.add(random.nextInt(lines.size() + 1), word());
            }
        }
        return commit(message, List.of(on), tree);
    }

    /** Makes the same change elsewhere, as far as it fits, under another message; at times with other blanks. */
    private int pick(int commit, int on) {
        Made source = GitAnswers.must(made, commit);
        if (source.parents().isEmpty()) {
            return edit(subject("Instead"), on);
        }
        return commit(
                subject("Pick"),
                List.of(on),
                carried(
                        GitAnswers.must(made, source.parents().getFirst()).tree(),
                        source.tree(),
                        copy(on),
                        random.nextInt(6) == 0));
    }

    private int revert(int on) {
        return revert(on, on);
    }

    private int revert(int commit, int on) {
        Made source = GitAnswers.must(made, commit);
        if (source.parents().isEmpty()) {
            return edit(subject("Instead"), on);
        }
        return commit(
                subject("Revert"),
                List.of(on),
                carried(
                        source.tree(),
                        GitAnswers.must(made, source.parents().getFirst()).tree(),
                        copy(on),
                        false));
    }

    private static Map<String, List<String>> carried(
            Map<String, List<String>> before,
            Map<String, List<String>> after,
            Map<String, List<String>> onto,
            boolean blanks) {
        for (Map.Entry<String, List<String>> each : after.entrySet()) {
            List<String> old = before.get(each.getKey());
            List<String> lines = onto.get(each.getKey());
            if (old == null || lines == null) {
                if (old == null) {
                    onto.put(each.getKey(), new ArrayList<>(each.getValue()));
                }
                continue;
            }
            lines.removeIf(line -> old.contains(line) && !each.getValue().contains(line));
            String previous = "";
            for (String line : each.getValue()) {
                if (!old.contains(line) && !lines.contains(line)) {
                    lines.add(lines.indexOf(previous) + 1, blanks ? "  " + line : line);
                }
                previous = line;
            }
        }
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(onto::remove);
        return onto;
    }

    /** Its tree is the first parent's with something of the others, as after a conflict. */
    private int merge(String message, int first, List<Integer> others) {
        List<Integer> parents = new ArrayList<>(List.of(first));
        others.stream().filter(each -> !parents.contains(each)).forEach(parents::add);
        Map<String, List<String>> tree = copy(first);
        for (int other : others) {
            GitAnswers.must(made, other)
                    .tree()
                    .forEach((name, lines) -> tree.putIfAbsent(name, new ArrayList<>(lines)));
        }
        if (random.nextBoolean()) {
            tree.values().stream().findFirst().ifPresent(lines -> lines.add(word()));
        }
        return commit(message, parents, tree);
    }

    private Map<String, List<String>> copy(int commit) {
        Map<String, List<String>> tree = new TreeMap<>();
        GitAnswers.must(made, commit).tree().forEach((name, lines) -> tree.put(name, new ArrayList<>(lines)));
        return tree;
    }

    private String word() {
        return "word " + number + " " + ++words;
    }

    private int commit(String message, List<Integer> parents, Map<String, List<String>> tree) {
        int mark = base + ++last;
        made.put(mark, new Made(mark, parents, tree));
        long date = Git.EPOCH + last / 2 * 60L + (isSkewed ? random.nextLong(-300 * DAY, 300 * DAY) : 0);
        line("commit refs/heads/h" + number);
        line("mark :" + mark);
        line("author Zoë Ångström <zoe@example.org> " + Git.EPOCH + " +0000");
        line("committer C <c@example.org> " + date + " +0000");
        data(message);
        for (int i = 0; i < parents.size(); i++) {
            line((i == 0 ? "from :" : "merge :") + parents.get(i));
        }
        line("deleteall");
        tree.forEach((name, lines) -> {
            // In a directory of the history's own, so that no patch is equal to one of another history.
            line("M " + (name.startsWith("new") ? "100755" : "100644") + " inline h" + number + "/" + name);
            data(String.join("\n", lines) + "\n");
        });
        return mark;
    }

    private void tag(String name, int mark) {
        if (tags.containsKey(name)) {
            return;
        }
        tags.put(name, mark);
        if (random.nextBoolean()) {
            int tagMark = TAG_MARKS + number * 1000 + tags.size();
            annotated.put(name, tagMark);
            line("tag t" + tagMark);
            line("mark :" + tagMark);
            line("from :" + mark);
            line("tagger C <c@example.org> " + Git.EPOCH + " +0000");
            data("tagged");
        }
    }

    private void data(String text) {
        line("data " + text.getBytes(StandardCharsets.UTF_8).length);
        line(text);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
