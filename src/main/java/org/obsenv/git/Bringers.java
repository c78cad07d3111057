package org.obsenv.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which merge brought each commit. A line is a commit and from there always the first parent. A merge of the line brings
 * what its further parents reach and neither its first parent does nor a parent between the two; what it brings has lines
 * of its own, whose merges bring in their turn.
 */
final class Bringers {
    private static final int NOBODY = -1;
    private static final int DEPLOY_LINE = -2;
    private static final int OTHER_LINE = -3;

    private final CommitGraph graph;

    /** The merge that brought the commit, else on which line it stands, or that nobody asked. */
    private final int[] bringers;

    private record Task(int tip, int bringer) {}

    private Bringers(CommitGraph graph) {
        this.graph = graph;
        this.bringers = new int[graph.size()];
        Arrays.fill(bringers, NOBODY);
    }

    /**
     * Of a graph's commits.
     *
     * @param deployHead where the deploy branch's line begins
     * @param others further lines, for what the deploy head does not reach
     */
    static Bringers of(CommitGraph graph, int deployHead, List<Integer> others) {
        Bringers bringers = new Bringers(graph);
        bringers.assign(new Task(deployHead, DEPLOY_LINE));
        others.forEach(each -> bringers.assign(new Task(each, OTHER_LINE)));
        return bringers;
    }

    /** The same without a deploy head: no commit stands on its line. */
    static Bringers of(CommitGraph graph, List<Integer> others) {
        Bringers bringers = new Bringers(graph);
        others.forEach(each -> bringers.assign(new Task(each, OTHER_LINE)));
        return bringers;
    }

    private void assign(Task first) {
        // The oldest merge of a line comes first, and all that it brings before the next: what is still free when a
        // merge's
        // turn comes is what its first parent does not reach.
        Deque<Task> tasks = new ArrayDeque<>(List.of(first));
        while (!tasks.isEmpty()) {
            Task task = tasks.pop();
            for (int member : line(task)) {
                int[] parents = graph.parents(member);
                for (int i = parents.length - 1; i >= 1; i--) {
                    tasks.push(new Task(parents[i], member));
                }
            }
        }
    }

    /** Takes the free commits of the task's line, newest first. */
    private List<Integer> line(Task task) {
        List<Integer> members = new ArrayList<>();
        int next = task.tip();
        while (bringers[next] == NOBODY) {
            bringers[next] = task.bringer();
            members.add(next);
            int[] parents = graph.parents(next);
            if (parents.length == 0) {
                break;
            }
            next = parents[0];
        }
        return members;
    }

    boolean isOnDeployLine(int commit) {
        return bringers[commit] == DEPLOY_LINE;
    }

    /** The innermost merge that brought the commit; empty on the lines themselves. */
    OptionalInt innermost(int commit) {
        return bringers[commit] >= 0 ? OptionalInt.of(bringers[commit]) : OptionalInt.empty();
    }

    /** The merge of the deploy branch's line that brought the commit. */
    OptionalInt onDeployLine(int commit) {
        int outer = commit;
        while (bringers[outer] >= 0) {
            outer = bringers[outer];
        }
        return outer != commit && bringers[outer] == DEPLOY_LINE ? OptionalInt.of(outer) : OptionalInt.empty();
    }
}
