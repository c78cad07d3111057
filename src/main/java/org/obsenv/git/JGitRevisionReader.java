package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.Ref;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;
import org.obsenv.domain.RevisionReader;

/** Reads names from repositories on disk, each question within the time limit of its {@link BoundedReads}. */
public final class JGitRevisionReader implements RevisionReader {
    private static final String BRANCHES = "refs/remotes/origin/";
    private static final String TAGS = "refs/tags/";

    private final JGitChangeReader.Places places;
    private final BoundedReads reads;

    public JGitRevisionReader(JGitChangeReader.Places places, BoundedReads reads) {
        this.places = places;
        this.reads = reads;
    }

    @Override
    public Pin revision(PackageName name, String typed) {
        return read(name, repository -> repository.revision(typed));
    }

    @Override
    public Pin version(PackageName name, String value) {
        return read(name, repository -> repository.version(value));
    }

    /** A question about one name. */
    private interface Question {
        Pin ask(GitRepository repository) throws IOException;
    }

    private Pin read(PackageName name, Question question) {
        Known<Pin> read = reads.one(name, asked -> {
            try (GitRepository repository = GitRepository.open(places.gitDirectory(asked))) {
                return question.ask(repository);
            }
        });
        return switch (read) {
            case Known.Value<Pin>(Pin pin) -> pin;
            case Known.Unknown<Pin>(String reason) -> new Pin.Unknown(reason);
        };
    }

    @Override
    public Known<List<String>> names(PackageName name) {
        return reads.one(name, asked -> {
            try (GitRepository repository = GitRepository.open(places.gitDirectory(asked))) {
                List<String> names = new ArrayList<>(names(repository, BRANCHES));
                names.addAll(names(repository, TAGS).reversed());
                return names;
            }
        });
    }

    private static List<String> names(GitRepository repository, String prefix) throws IOException {
        return repository.jgit().getRefDatabase().getRefsByPrefix(prefix).stream()
                .map(Ref::getName)
                .map(each -> each.substring(prefix.length()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Override
    public Drift stand(PackageName name, CommitId commit, CommitId to) {
        Known<Drift> read = reads.one(name, asked -> {
            try (GitRepository repository = GitRepository.open(places.gitDirectory(asked))) {
                return repository.compare(commit, to).drift();
            }
        });
        return switch (read) {
            case Known.Value<Drift>(Drift drift) -> drift;
            case Known.Unknown<Drift>(String reason) -> new Drift.Unknown(reason);
        };
    }
}
