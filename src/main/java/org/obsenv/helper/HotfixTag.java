package org.obsenv.helper;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.site.HotfixTags;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/**
 * Gives every hot-fix a name: an annotated tag {@code hotfix/<utc>-<commit>} in the shared repository, and at the remote
 * where the site says so. A head that bears a tag, or merges a tagged commit, is a release and has a name already.
 *
 * <p>A fetch makes the shared repository's tags the remote's and leaves these out ({@link BareRepository#fetch}). One that
 * the remote has not taken stays under {@code refs/obsenv/unpushed} until it has ({@link HotfixPushes}).
 */
final class HotfixTag {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String DIRECTORY = "refs/tags/hotfix";
    static final String TAGS = DIRECTORY + "/";
    private static final String SET_ASIDE = "refs/obsenv/set-aside/hotfix";

    /** Below {@code refs/obsenv/}: heads of which it is not known whether they have a name. */
    static final String WAITING = "unnamed/";

    static final String UNPUSHED = "refs/obsenv/unpushed/";

    private final SharedPackage shared;
    private final BareRepository repository;
    private final String account;
    private final String host;
    private final Words words = Words.of("gate");

    HotfixTag(SharedPackage shared, BareRepository repository, String account, String host) {
        this.shared = shared;
        this.repository = repository;
        this.account = account;
        this.host = host;
    }

    /** Names an accepted head, unless it has a name; nothing that fails here keeps it from running. */
    List<String> name(CommitId head, Instant now) {
        try {
            if (!isNamed(repository, head)) {
                String name = TIME.format(now) + "-" + head.abbreviated();
                String tag = TAGS + name;
                if (object(tag).isEmpty()) {
                    make(tag, head, now);
                }
                if (shared.hotfixTags() == HotfixTags.PUSH) {
                    GitProgram.must(repository.directory(), "update-ref", UNPUSHED + name, tag);
                }
            }
            return List.of();
        } catch (IOException e) {
            return List.of(words.text("tag.unmade", "commit", head.abbreviated(), "problem", IoWords.of(e)));
        }
    }

    /** Names the heads that waited until all tags were here. */
    List<String> nameWaiting(Instant now) {
        List<String> problems = new ArrayList<>();
        try {
            String waiting = "refs/obsenv/" + WAITING;
            for (String commit : GitProgram.must(
                            repository.directory(), "for-each-ref", "--format=%(objectname)", "--", waiting)
                    .lines()
                    .toList()) {
                List<String> problem = name(new CommitId(commit), now);
                problems.addAll(problem);
                if (problem.isEmpty()) {
                    GitProgram.must(repository.directory(), "update-ref", "-d", waiting + commit);
                }
            }
        } catch (IOException e) {
            problems.add(words.text("tag.unkept", "problem", IoWords.of(e)));
        }
        return problems;
    }

    /** By a tag on it, or, of a merge, on a commit that it brought. */
    static boolean isNamed(BareRepository repository, CommitId head) throws IOException {
        List<String> parents =
                Arrays.asList(GitProgram.must(repository.directory(), "rev-list", "--parents", "-n", "1", head.hex())
                        .split(" "));
        // The first is the commit itself, the second what it was merged into.
        List<String> brought = parents.size() > 2 ? parents.subList(2, parents.size()) : List.of();
        List<String> looked = new ArrayList<>(List.of(head.hex()));
        looked.addAll(brought);
        for (String each : looked) {
            if (!GitProgram.must(repository.directory(), "tag", "--points-at", each)
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void make(String tag, CommitId head, Instant now) throws IOException {
        makeRoom();
        String name = tag.substring("refs/tags/".length());
        String message = words.text("tag.message", "branch", shared.deployBranch(), "time", now.toString());
        ProgramRun.Ended ended = GitProgram.run(
                repository.directory(),
                Duration.ofMinutes(1),
                Map.of(
                        "GIT_COMMITTER_NAME", account,
                        "GIT_COMMITTER_EMAIL", account + "@" + host,
                        "GIT_COMMITTER_DATE", now.getEpochSecond() + " +0000"),
                List.of("tag", "-a", "--no-sign", "-m", message, "--", name, head.hex()));
        if (ended.exit() != 0) {
            throw new IOException(GitProgram.lastLine(ended.complaint()));
        }
    }

    /** A tag that is called just {@code hotfix}, fetched before fetches left it out, stands where a directory must. */
    private void makeRoom() throws IOException {
        Optional<String> inTheWay = object(DIRECTORY);
        if (inTheWay.isPresent()) {
            GitProgram.must(repository.directory(), "update-ref", SET_ASIDE, inTheWay.get());
            GitProgram.must(repository.directory(), "update-ref", "-d", DIRECTORY);
        }
    }

    private Optional<String> object(String reference) throws IOException {
        return Optional.ofNullable(repository.references(reference).get(reference));
    }
}
