package org.obsenv.hostile.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Goes with one seized process, its threads and the programs it starts from stop to stop. Of one thread. */
final class Follower {
    private final Ptrace ptrace;
    private final int verb;
    private final Path watched;
    private final Rule rule;

    private final Map<Integer, Integer> processes = new ConcurrentHashMap<>();
    private final Map<Integer, String> programs = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<Integer, Errno> failing = new HashMap<>();
    private final Set<Integer> heldUntilTheVerbIsDead = new HashSet<>();

    private final List<Place> places = new ArrayList<>();
    private final List<Place> struck = new ArrayList<>();
    private Optional<Integer> ending = Optional.empty();
    private final List<Place> afterDeath = new ArrayList<>();
    private volatile boolean givenUp;

    Follower(Ptrace ptrace, int verb, Path watched, Rule rule) {
        this.ptrace = ptrace;
        this.verb = verb;
        this.watched = watched;
        this.rule = rule;
        processes.put(verb, verb);
    }

    /** Until the last tracee has ended. */
    void follow() {
        for (Optional<Ptrace.Change> next = ptrace.next(); next.isPresent(); next = ptrace.next()) {
            Ptrace.Change change = next.get();
            if (change.exited() || change.killed()) {
                gone(change);
            } else if (change.atCall()) {
                atCall(change.thread());
            } else if (change.groupStop()) {
                ptrace.listen(change.thread());
            } else if (change.event()) {
                // A program was begun, or a thread: what a process is called may be another now.
                programs.remove(process(change.thread()));
                ptrace.resume(change.thread(), 0);
            } else {
                ptrace.resume(change.thread(), change.signal());
            }
        }
    }

    /** Kills whatever is left; from any thread. */
    void giveUp() {
        givenUp = true;
        Set.copyOf(processes.values()).forEach(Ptrace::kill);
    }

    Traced ended(String output) {
        if (givenUp) {
            throw new AssertionError("it, or a program that it ran, did not end; struck " + struck + ", last "
                    + places.subList(Math.max(0, places.size() - 5), places.size()) + "\n" + output);
        }
        return new Traced(
                ending.orElseThrow(), output, List.copyOf(places), List.copyOf(struck), List.copyOf(afterDeath));
    }

    private void gone(Ptrace.Change change) {
        processes.remove(change.thread());
        programs.remove(change.thread());
        if (change.thread() == verb) {
            ending = Optional.of(change.ending());
            heldUntilTheVerbIsDead.forEach(thread -> ptrace.resume(thread, 0));
            heldUntilTheVerbIsDead.clear();
        }
    }

    private void atCall(int thread) {
        switch (ptrace.at(thread)) {
            case Ptrace.At.Beginning(int number, List<Long> arguments) -> begins(thread, number, arguments);
            case Ptrace.At.End(long _) -> {
                Errno error = failing.remove(thread);
                if (error != null) {
                    ptrace.result(thread, -error.number());
                }
            }
            case Ptrace.At.Nowhere() -> {}
        }
        if (!heldUntilTheVerbIsDead.contains(thread)) {
            ptrace.resume(thread, 0);
        }
    }

    private void begins(int thread, int number, List<Long> arguments) {
        Optional<Kind> kind = Kind.of(number);
        if (kind.isEmpty()) {
            return;
        }
        List<String> paths = relative(new Memory(thread).paths(kind.get(), arguments));
        if (!paths.isEmpty()) {
            Place place = place(
                    program(thread), kind.get().written(), paths, kind.get().writes(arguments));
            places.add(place);
            if (ending.isPresent() && place.writes()) {
                afterDeath.add(place);
            }
            meets(thread, place, rule.at(place));
        }
    }

    private void meets(int thread, Place place, Fate fate) {
        switch (fate) {
            case Fate.GoesOn() -> {
                return;
            }
            case Fate.VerbDies() -> {
                Ptrace.kill(verb);
                if (!place.ofVerb() && ending.isEmpty()) {
                    heldUntilTheVerbIsDead.add(thread);
                }
            }
            case Fate.ProgramDies() -> Ptrace.kill(process(thread));
            case Fate.Fails(Errno error) -> {
                ptrace.skip(thread);
                failing.put(thread, error);
            }
        }
        struck.add(place);
    }

    private Place place(String program, String call, List<String> paths, boolean writes) {
        String signature = program + " " + call + " " + writes + " " + paths;
        return new Place(program, call, paths, writes, counts.merge(signature, 1, Integer::sum));
    }

    /** The paths as places name them, when at least one is in the watched directory. */
    private List<String> relative(List<String> paths) {
        List<Path> all = paths.stream().map(path -> Path.of(path).normalize()).toList();
        return all.stream().noneMatch(path -> path.startsWith(watched))
                ? List.of()
                : all.stream()
                        .map(path -> path.startsWith(watched) ? watched.relativize(path) : path)
                        .map(path -> Place.alike(path.toString()))
                        .toList();
    }

    private int process(int thread) {
        return processes.computeIfAbsent(thread, each -> new Memory(each).process());
    }

    private String program(int thread) {
        int process = process(thread);
        return process == verb
                ? Place.VERB
                : programs.computeIfAbsent(process, each -> program(new Memory(each).command()));
    }

    /** The program's name, and what git is asked to do. */
    private static String program(List<String> command) {
        if (command.isEmpty()) {
            return "unknown";
        }
        String first = command.getFirst();
        String name = first.substring(first.lastIndexOf('/') + 1);
        for (int i = 1; name.equals("git") && i < command.size(); i++) {
            if (command.get(i).equals("-c")) {
                i++;
            } else if (!command.get(i).startsWith("-")) {
                return name + " " + command.get(i);
            }
        }
        return name;
    }
}
