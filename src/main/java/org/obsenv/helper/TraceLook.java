package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.TicketRules;
import org.obsenv.domain.trace.Cause;
import org.obsenv.domain.trace.Cause.Kind;
import org.obsenv.domain.trace.Findings;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.site.SharedPackage;
import org.obsenv.site.TraceSettings;

/** One package's look: what about its deploy branch and its pin cannot be traced. Changes nothing. */
final class TraceLook {
    /** Of a deploy branch's own commits the newest so many are looked at; what was on it longer ago has been. */
    private static final int MOST = 200;

    private static final int MOST_TAGS = 2000;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int DIGITS = 40;
    private static final String COMMIT_END = "\0\0";

    private final SharedPackage shared;
    private final BareRepository repository;
    private final TraceSettings settings;
    private final TicketRules tickets;
    private final Instant now;
    private final List<String> trunks = new ArrayList<>();
    private final Set<Cause> holding = new HashSet<>();
    private final Set<Findings.Place> looked = new HashSet<>();

    /** {@code trunks}: the full names of those of the site's that are here. */
    TraceLook(
            SharedPackage shared,
            BareRepository repository,
            TraceSettings settings,
            Set<String> trunks,
            TicketRules tickets,
            Instant now) {
        this.shared = shared;
        this.repository = repository;
        this.settings = settings;
        this.tickets = tickets;
        this.now = now;
        this.trunks.addAll(trunks.stream().sorted().toList());
    }

    /** One thing that may be wrong. */
    private interface Question {
        /** Whether all of it could be looked at. */
        boolean ask() throws IOException;
    }

    private record Hotfix(CommitId commit, String message) {}

    /**
     * @param pin base's commit; empty where base has none
     * @param namesAreWhole whether all tags of the remote are here
     */
    Findings run(PackageState state, Optional<CommitId> pin, boolean namesAreWhole) {
        CommitId head = state.accepted();
        rewritten(state);
        look(Kind.MERGED_BACK, () -> mergedBack(head));
        if (namesAreWhole) {
            look(Kind.UNTAGGED_HOTFIX, () -> untagged(head));
            look(Kind.NO_TICKET, () -> withoutTicket(head));
            if (!trunks.isEmpty()) {
                look(Kind.NO_COUNTERPART, () -> withoutCounterpart(head));
            }
        }
        look(Kind.PIN_NOT_ON_DEPLOY, () -> {
            if (pin.isPresent() && !repository.isAncestor(pin.get(), head)) {
                found(Kind.PIN_NOT_ON_DEPLOY, pin.get());
            }
            return true;
        });
        look(Kind.PIN_OLD, () -> {
            if (pin.isPresent() && committed(pin.get()).isBefore(monthsAgo())) {
                found(Kind.PIN_OLD, pin.get());
            }
            return true;
        });
        return new Findings(holding, looked);
    }

    /** What cannot be found out says nothing: neither that it is wrong nor that it is right again. */
    private void look(Kind kind, Question question) {
        try {
            if (question.ask()) {
                looked.add(new Findings.Place(kind, Optional.of(shared.name())));
            }
        } catch (IOException e) {
            holding.removeIf(cause -> cause.kind() == kind);
        }
    }

    private void found(Kind kind, CommitId commit) {
        holding.add(new Cause.OfCommit(kind, shared.name(), commit));
    }

    private void rewritten(PackageState state) {
        looked.add(new Findings.Place(Kind.REWRITTEN, Optional.of(shared.name())));
        if (state.problem()
                .filter(problem -> problem.kind() == Problem.Kind.REWRITTEN)
                .isPresent()) {
            holding.add(new Cause.Rewritten(shared.name(), state.accepted(), state.head()));
        }
    }

    /** A commit that was made on deploy is in a branch that must not have it. */
    private boolean mergedBack(CommitId head) throws IOException {
        List<CommitId> own = own(head);
        for (String trunk : trunks) {
            CommitId tip = repository.commit(trunk).orElseThrow(() -> new IOException(trunk + " is not here"));
            // What has a commit has all that were before it.
            if (!own.isEmpty() && repository.isAncestor(own.getLast(), tip)) {
                CommitId newest = own.getLast();
                for (CommitId each : own) {
                    if (repository.isAncestor(each, tip)) {
                        newest = each;
                        break;
                    }
                }
                PackageName name = shared.name();
                holding.add(new Cause.MergedBack(name, trunk.substring(BareRepository.TRACKED.length()), newest));
            }
        }
        return true;
    }

    /** The newest first: on the first-parent way of deploy, and on that of no trunk and of no release that deploy has. */
    private List<CommitId> own(CommitId head) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("rev-list", "--first-parent", "--exclude-first-parent-only", "-n", "" + MOST, head.hex()));
        trunks.forEach(trunk -> words.add("^" + trunk));
        git(
                        "for-each-ref",
                        "--merged=" + head.hex(),
                        "--sort=-creatordate",
                        "--count=" + MOST_TAGS,
                        "--format=%(refname)",
                        "refs/tags")
                .lines()
                .filter(tag -> !tag.startsWith(HotfixTag.TAGS))
                .forEach(tag -> words.add("^" + tag));
        return git(words.toArray(String[]::new)).lines().map(CommitId::new).toList();
    }

    private boolean untagged(CommitId head) throws IOException {
        if (!HotfixTag.isNamed(repository, head)) {
            found(Kind.UNTAGGED_HOTFIX, head);
        }
        return true;
    }

    private boolean withoutTicket(CommitId head) throws IOException {
        List<Hotfix> hotfixes = hotfixes(head, List.of());
        for (Hotfix each : hotfixes) {
            boolean isNamed = tickets.find(each.message()).isPresent()
                    || bringing(each.commit(), head).flatMap(tickets::find).isPresent();
            if (!isNamed) {
                found(Kind.NO_TICKET, each.commit());
            }
        }
        return hotfixes.size() < MOST;
    }

    /** The message of the merge that brought it to deploy. */
    private Optional<String> bringing(CommitId commit, CommitId head) throws IOException {
        List<String> merges = git(
                        "rev-list", "--first-parent", "--merges", "--ancestry-path", commit.hex() + ".." + head.hex())
                .lines()
                .toList();
        if (merges.isEmpty()) {
            return Optional.empty();
        }
        String oldest = merges.getLast();
        // On deploy itself already no merge brought it: a later one merges something else.
        boolean isBrought = !repository.isAncestor(commit, new CommitId(git("rev-parse", oldest + "^1")));
        return isBrought
                ? Optional.of(git("log", "-1", "--no-show-signature", "--format=%B", oldest))
                : Optional.empty();
    }

    private boolean withoutCounterpart(CommitId head) throws IOException {
        List<Hotfix> owing = hotfixes(head, trunks);
        if (owing.isEmpty()) {
            return true;
        }
        Set<String> same = new HashSet<>();
        for (String trunk : trunks) {
            git("cherry", trunk, head.hex())
                    .lines()
                    .filter(line -> line.startsWith("- "))
                    .forEach(line -> same.add(line.substring(2)));
        }
        owing.stream()
                .filter(each -> !same.contains(each.commit().hex()))
                .forEach(each -> found(Kind.NO_COUNTERPART, each.commit()));
        return owing.size() < MOST;
    }

    /** Commits of deploy that are in no release, nor in these. */
    private List<Hotfix> hotfixes(CommitId head, List<String> without) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "log",
                "--no-merges",
                "--no-show-signature",
                "-z",
                "-n",
                "" + MOST,
                "--until=" + daysAgo().getEpochSecond(),
                "--format=%H %B%x00",
                head.hex(),
                "--not",
                "--exclude=hotfix/*",
                "--tags"));
        words.addAll(without);
        return Stream.of(git(words.toArray(String[]::new)).split(COMMIT_END))
                .map(String::strip)
                .filter(text -> text.length() > DIGITS)
                .map(text -> new Hotfix(new CommitId(text.substring(0, DIGITS)), text.substring(DIGITS + 1)))
                .toList();
    }

    private Instant daysAgo() {
        return now.minus(Duration.ofDays(settings.hotfixDays()));
    }

    private Instant monthsAgo() {
        return now.atZone(ZoneOffset.UTC).minusMonths(settings.pinMonths()).toInstant();
    }

    private Instant committed(CommitId commit) throws IOException {
        String seconds = git("log", "-1", "--no-show-signature", "--format=%ct", commit.hex());
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw new IOException("the date of " + commit.abbreviated() + " is no date", e);
        }
    }

    private String git(String... words) throws IOException {
        ProgramRun.Ended ended = GitProgram.run(repository.directory(), LIMIT, Map.of(), List.of(words));
        if (ended.exit() != 0) {
            throw new IOException(GitProgram.lastLine(ended.complaint()));
        }
        return new String(ended.output(), StandardCharsets.UTF_8).stripTrailing();
    }
}
