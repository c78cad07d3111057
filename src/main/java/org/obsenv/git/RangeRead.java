package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.changes.CommitKind;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.domain.changes.RangeQuestion;
import org.obsenv.domain.changes.Ticket;
import org.obsenv.domain.changes.TicketRules;
import org.obsenv.words.Words;

/** One reading of what the commits between two commits are. */
final class RangeRead {
    private final RevWalk walk;
    private final TicketRules ticketRules;
    private final boolean isShallow;
    private final CommitGraph graph;
    private final Known<RevCommit> deployHead;
    private final DefaultBranches defaults;
    private final DefaultBranches.Reached reached;
    private final TagNames tags;
    private final Bringers bringers;
    private final BitSet left;
    private final BitSet right;
    private final int limit;
    private final Map<Integer, Optional<String>> named = new HashMap<>();
    private final Words words = Words.of("reading");

    private RangeRead(GitRepository repository, RevWalk walk, RangeQuestion question, TicketRules ticketRules)
            throws IOException {
        this.walk = walk;
        this.ticketRules = ticketRules;
        this.isShallow = repository.isShallow();
        this.limit = question.limit();
        RevCommit from = walk.parseCommit(Commits.id(question.from()));
        RevCommit to = walk.parseCommit(Commits.id(question.to()));
        deployHead = head(question.deployHead());
        defaults = DefaultBranches.of(repository.jgit(), walk);
        List<RevCommit> tips = new ArrayList<>(defaults.tips());
        tips.add(from);
        tips.add(to);
        deployHead.found().ifPresent(tips::add);
        graph = CommitGraph.of(walk, tips);
        reached = defaults.in(graph);
        tags = TagNames.of(repository.jgit());
        List<Integer> others = List.of(graph.number(to), graph.number(from));
        bringers = deployHead
                .found()
                .map(each -> Bringers.of(graph, graph.number(each), others))
                .orElseGet(() -> Bringers.of(graph, others));
        left = graph.reach(graph.number(from));
        right = graph.reach(graph.number(to));
    }

    static RangeHistory of(GitRepository repository, RangeQuestion question, TicketRules ticketRules)
            throws IOException {
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            return new RangeRead(repository, walk, question, ticketRules).history();
        }
    }

    /** Refused or not, a head that is not here yet makes kinds unclear and keeps nothing else from being read. */
    private Known<RevCommit> head(Known<CommitId> wanted) throws IOException {
        return switch (wanted) {
            case Known.Unknown<CommitId>(String reason) -> Known.unknown(reason);
            case Known.Value<CommitId>(CommitId id) -> {
                try {
                    yield Known.of(walk.parseCommit(Commits.id(id)));
                } catch (MissingObjectException e) {
                    yield Known.unknown(words.text("history.no-head", "commit", id.abbreviated()));
                }
            }
        };
    }

    private RangeHistory history() throws IOException {
        List<Integer> gained = newestFirst(without(right, left));
        List<Integer> lost = newestFirst(without(left, right));
        int cut = Math.max(0, gained.size() - limit) + Math.max(0, lost.size() - limit);
        return new RangeHistory(commits(gained), commits(lost), cut);
    }

    private static BitSet without(BitSet all, BitSet others) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(others);
        return rest;
    }

    /** By date, and of the same second a commit before its ancestors. */
    private List<Integer> newestFirst(BitSet numbers) {
        return numbers.stream()
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer each) -> graph.commit(each).getCommitTime())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    private List<RangeCommit> commits(List<Integer> numbers) throws IOException {
        List<RangeCommit> commits = new ArrayList<>();
        for (int each : numbers.subList(0, Math.min(limit, numbers.size()))) {
            RevCommit commit = graph.commit(each);
            walk.parseBody(commit);
            commits.add(new RangeCommit(
                    Commits.summary(commit),
                    commit.getParentCount() == 0 ? Optional.empty() : Optional.of(Commits.id(commit.getParent(0))),
                    kind(each),
                    ticket(each),
                    tags.on(commit),
                    counterpart(each)));
        }
        return commits;
    }

    private CommitKind kind(int number) throws IOException {
        if (deployHead instanceof Known.Unknown<RevCommit>(String reason)) {
            return new CommitKind.Unclear(reason);
        }
        boolean isMerge = graph.parents(number).length > 1;
        if (bringers.isOnDeployLine(number)) {
            return isMerge ? merge(number) : direct(number);
        }
        OptionalInt merge = bringers.onDeployLine(number);
        if (merge.isPresent()) {
            return new CommitKind.MergedBy(Commits.id(graph.commit(merge.getAsInt())), named(merge.getAsInt()));
        }
        return isMerge ? new CommitKind.PlainMerge() : new CommitKind.OffDeploy();
    }

    private CommitKind merge(int number) {
        if (reached.branch(number).isPresent()) {
            return new CommitKind.PlainMerge();
        }
        int[] parents = graph.parents(number);
        for (int i = 1; i < parents.length; i++) {
            RevCommit brought = graph.commit(parents[i]);
            Optional<String> tag = tags.release(brought);
            if (tag.isPresent()) {
                if (reached.branch(parents[i]).isPresent()) {
                    return new CommitKind.ReleaseMerge(tag.get(), Commits.id(brought));
                }
                Optional<String> doubt = doubt();
                if (doubt.isPresent()) {
                    return new CommitKind.Unclear(doubt.get());
                }
            }
        }
        return new CommitKind.PlainMerge();
    }

    private CommitKind direct(int number) {
        Optional<String> branch = reached.branch(number);
        if (branch.isPresent()) {
            return new CommitKind.FromDefault(branch.get());
        }
        return doubt().<CommitKind>map(CommitKind.Unclear::new).orElseGet(CommitKind.HotFix::new);
    }

    /** Why "not in a default branch" cannot be said here. */
    private Optional<String> doubt() {
        return Counterparts.doubt(defaults, isShallow, words);
    }

    private Counterpart counterpart(int number) {
        Optional<Counterpart> byCommit = reached.byCommit(number);
        if (byCommit.isPresent()) {
            return byCommit.get();
        }
        if (graph.parents(number).length > 1) {
            return new Counterpart.NothingToCarry();
        }
        return doubt().<Counterpart>map(Counterpart.Unknown::new)
                .orElseGet(() -> new Counterpart.NotByCommit(defaults.names()));
    }

    private Optional<Ticket> ticket(int number) throws IOException {
        Optional<String> own = named(number);
        if (own.isPresent()) {
            return Optional.of(new Ticket(own.get(), Optional.empty()));
        }
        OptionalInt merge = bringers.innermost(number);
        while (merge.isPresent()) {
            Optional<String> its = named(merge.getAsInt());
            if (its.isPresent()) {
                return Optional.of(new Ticket(its.get(), Optional.of(Commits.id(graph.commit(merge.getAsInt())))));
            }
            merge = bringers.innermost(merge.getAsInt());
        }
        return Optional.empty();
    }

    /** The ticket that a commit's own message names; each message is looked at once. */
    private Optional<String> named(int number) throws IOException {
        Optional<String> known = named.get(number);
        if (known == null) {
            RevCommit commit = graph.commit(number);
            walk.parseBody(commit);
            known = ticketRules.find(commit.getFullMessage());
            named.put(number, known);
        }
        return known;
    }
}
