package org.obsenv.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes commits as a stream for {@code git fast-import}: one process for a whole history. Remembers the files of
 * every branch, so that edits can be said instead of whole files.
 */
final class FastImport {
    private final Instant now;
    private final Map<String, TreeMap<String, String>> filesOfBranch = new HashMap<>();
    private final Map<String, TreeMap<String, String>> filesOfTag = new HashMap<>();
    private final Set<String> inThisStream = new HashSet<>();

    /** Ages count back from {@code now}. */
    FastImport(Instant now) {
        this.now = now;
    }

    /** The commits, on top of those of the streams before. */
    byte[] stream(List<DemoCommit> commits) {
        inThisStream.clear();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        commits.forEach(commit -> write(commit, out));
        line(out, "done");
        return out.toByteArray();
    }

    /** One commit on top of a branch that is there already. */
    static byte[] onTop(String branch, String author, Instant at, String subject, String file, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        begin(out, branch, author, at, subject);
        line(out, "from refs/heads/" + branch + "^0");
        file(out, file, content);
        line(out, "");
        line(out, "done");
        return out.toByteArray();
    }

    private void write(DemoCommit commit, ByteArrayOutputStream out) {
        String branch = commit.branch();
        boolean isOld = filesOfBranch.containsKey(branch);
        TreeMap<String, String> files = filesOfBranch.computeIfAbsent(branch, name -> new TreeMap<>());
        commit.from().ifPresent(from -> {
            files.putAll(filesOfBranch.getOrDefault(from, new TreeMap<>()));
            line(out, "reset refs/heads/" + branch);
            line(out, "from refs/heads/" + from);
            line(out, "");
        });
        commit.rewrite().ifPresent(tag -> {
            files.clear();
            files.putAll(filesOfTag.getOrDefault(tag, new TreeMap<>()));
            line(out, "reset refs/heads/" + branch);
            line(out, "from refs/tags/" + tag + "^0");
            line(out, "");
        });
        commit.text().ifPresent(text -> {
            files.putAll(commit.files());
            commit.merge().ifPresent(other -> files.putAll(filesOfBranch.getOrDefault(other, new TreeMap<>())));
            commit.edits().forEach(edit -> files.compute(edit.file(), (path, old) -> edit.in(old == null ? "" : old)));
            begin(out, branch, text.author(), now.minus(text.age()), text.subject());
            if (isOld && inThisStream.add(branch) && commit.rewrite().isEmpty()) {
                line(out, "from refs/heads/" + branch + "^0");
            }
            commit.merge().ifPresent(other -> line(out, "merge refs/heads/" + other));
            line(out, "deleteall");
            files.forEach((path, content) -> file(out, path, content));
            line(out, "");
            commit.tag().ifPresent(tag -> tag(out, tag, branch, text));
        });
        inThisStream.add(branch);
        commit.tag().ifPresent(tag -> filesOfTag.put(tag, new TreeMap<>(files)));
    }

    private static void begin(ByteArrayOutputStream out, String branch, String author, Instant at, String subject) {
        line(out, "commit refs/heads/" + branch);
        line(out, "author " + person(author, at));
        line(out, "committer " + person(author, at));
        data(out, subject + "\n");
    }

    private void tag(ByteArrayOutputStream out, String tag, String branch, DemoCommit.Text text) {
        line(out, "tag " + tag);
        line(out, "from refs/heads/" + branch);
        line(out, "tagger " + person("Release robot", now.minus(text.age())));
        data(out, tag + "\n");
    }

    private static String person(String name, Instant at) {
        String mailbox = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
        return name + " <" + mailbox + "@example.org> " + at.getEpochSecond() + " +0000";
    }

    private static void file(ByteArrayOutputStream out, String path, String content) {
        line(out, "M 100644 inline " + path);
        data(out, content);
    }

    private static void data(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        line(out, "data " + bytes.length);
        out.writeBytes(bytes);
        line(out, "");
    }

    private static void line(ByteArrayOutputStream out, String text) {
        out.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
