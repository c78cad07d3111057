package org.obsenv.domain.signoff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a site asks before an image is recommended.
 *
 * @param steps the ladder, in its order
 * @param seats who acknowledges
 * @param deployments where the image is to be pulled before it is promoted
 * @param repositories whose notebooks are checked, and where
 * @param proposerMaySign whether the one who proposed may acknowledge in her own seat
 * @param openChecks what an acknowledgement before the last check does
 * @param lasts how long an acknowledgement counts; empty for ever
 * @param recorders who may write down what meetings said, which ticket was opened and where the image is on the nodes;
 *     empty for everybody who may act at all
 */
public record Policy(
        List<Step> steps,
        List<Seat> seats,
        List<String> deployments,
        List<Repository> repositories,
        boolean proposerMaySign,
        OpenChecks openChecks,
        Optional<Duration> lasts,
        List<String> recorders) {
    /** Notebooks of one repository: who may enter results, and on which deployments they are supplied. */
    public record Repository(String name, List<String> owners, List<String> deployments) {
        public Repository {
            owners = List.copyOf(owners);
            deployments = List.copyOf(deployments);
        }
    }

    /** Of an acknowledgement while checks are missing or failing. */
    public enum OpenChecks {
        REFUSE,
        WARN
    }

    public Policy {
        steps = List.copyOf(steps);
        seats = List.copyOf(seats);
        deployments = List.copyOf(deployments);
        repositories = List.copyOf(repositories);
        recorders = List.copyOf(recorders);
    }

    public Optional<Seat> seat(String id) {
        return seats.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<Repository> repository(String name) {
        return repositories.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public boolean hasMeeting(String id) {
        return steps.stream()
                .anyMatch(step ->
                        step instanceof Step.Meeting meeting && meeting.id().equals(id));
    }

    public boolean mayRecord(String account) {
        return recorders.isEmpty() || recorders.contains(account);
    }

    /** The cells of the matrix of checks, row by row. */
    public List<Cell> cells() {
        return repositories.stream()
                .flatMap(repository -> repository.deployments().stream().map(each -> new Cell(repository.name(), each)))
                .toList();
    }

    /** One repository on one deployment. */
    public record Cell(String repository, String deployment) {}
}
