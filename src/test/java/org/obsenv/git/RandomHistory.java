package org.obsenv.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.obsenv.fixture.Git;

/**
 * A history grown from a seed, as input for {@code git fast-import}: merges, criss-crosses, octopuses, several roots,
 * clocks that are wrong, tags of both kinds, and trees with links, submodules, modes and names that are not ASCII.
 */
final class RandomHistory {
    private static final String[] NAMES = {
        "a.py",
        "b.py",
        "dir/c.py",
        "dir/d.py",
        "dir/deep/é.py",
        "ümlaut.txt",
        "日本/語.txt",
        "space name.txt",
        "x",
        "x/inner",
    };
    private static final long DAY = 86_400;

    private final Random random;
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final int commits;
    private final int tags;
    private final boolean isSkewed;

    RandomHistory(long seed) {
        this.random = new Random(seed);
        this.commits = random.nextInt(10) == 0 ? 100 + random.nextInt(200) : 2 + random.nextInt(50);
        this.tags = random.nextInt(50) == 0 ? 1000 : random.nextInt(12);
        this.isSkewed = random.nextInt(4) == 0;
    }

    /** How many commits there are; branch {@code c1} names the first, and so on. */
    int commits() {
        return commits;
    }

    byte[] fastImport() {
        for (int i = 1; i <= commits; i++) {
            commit(i);
        }
        for (int i = 0; i < tags; i++) {
            tag(i);
        }
        return stream.toByteArray();
    }

    private void commit(int number) {
        List<Integer> parents = parents(number);
        line("commit refs/heads/c" + number);
        line("mark :" + number);
        line("author Zoë Ångström <zoe@example.org> " + Git.EPOCH + " +0000");
        line("committer C <c@example.org> " + date(number) + " +0000");
        data("Commit " + number);
        for (int i = 0; i < parents.size(); i++) {
            line((i == 0 ? "from :" : "merge :") + parents.get(i));
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            change();
        }
    }

    /** Mostly the newest ones, so that histories grow long; at times none, a root of its own. */
    private List<Integer> parents(int number) {
        List<Integer> parents = new ArrayList<>();
        if (number == 1 || random.nextInt(25) == 0) {
            return parents;
        }
        int count = random.nextInt(3) == 0 ? 2 + (random.nextInt(8) == 0 ? 1 : 0) : 1;
        for (int i = 0; i < count; i++) {
            int back = 1 + random.nextInt(random.nextInt(5) == 0 ? number : 6);
            int parent = Math.max(1, number - back);
            if (!parents.contains(parent)) {
                parents.add(parent);
            }
        }
        return parents;
    }

    private long date(int number) {
        long regular = Git.EPOCH + number / 3 * 100L;
        return isSkewed ? regular + random.nextLong(-30 * DAY, 30 * DAY) : regular;
    }

    private void change() {
        String name = NAMES[random.nextInt(NAMES.length)];
        switch (random.nextInt(10)) {
            case 0 -> line("D " + quoted(name));
            case 1 -> {
                line("M 120000 inline " + quoted(name));
                data(random.nextBoolean() ? "dir/" : "a.py");
            }
            case 2 -> {
                String digits = "0123456789abcdef";
                StringBuilder id = new StringBuilder();
                for (int i = 0; i < 40; i++) {
                    id.append(digits.charAt(random.nextInt(16)));
                }
                line("M 160000 " + id + " " + quoted(random.nextBoolean() ? "sub" : name));
            }
            case 3 -> {
                line("M 100755 inline " + quoted(name));
                data(content());
            }
            default -> {
                line("M 100644 inline " + quoted(name));
                data(content());
            }
        }
    }

    private String content() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5 + random.nextInt(10); i++) {
            text.append("line ").append(random.nextInt(8)).append('\n');
        }
        return text.toString();
    }

    private void tag(int number) {
        int at = 1 + random.nextInt(commits);
        if (random.nextBoolean()) {
            line("reset refs/tags/v" + number);
            line("from :" + at);
            line("");
        } else {
            line("tag v" + number);
            line("from :" + at);
            line("tagger C <c@example.org> " + Git.EPOCH + " +0000");
            data("tagged");
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private void data(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        line("data " + bytes.length);
        line(text);
    }

    private void line(String text) {
        stream.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
