package org.obsenv.domain.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Sha256;

/** What is not as it should be, about which commit. Two are the same when nothing in them differs. */
public sealed interface Cause {
    Kind kind();

    /** The package; empty where it is about the environment. */
    Optional<PackageName> about();

    /** The commit to look at first; empty where it is about none. */
    Optional<CommitId> commit();

    /** A short name for it, the same wherever and whenever it is raised: twelve digits. */
    default String id() {
        return Sha256.hex(toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    /** The deploy branch was merged into one that it must never get into. {@code commit}: deploy's newest there. */
    record MergedBack(PackageName name, String branch, CommitId newest) implements Cause {
        @Override
        public Kind kind() {
            return Kind.MERGED_BACK;
        }

        @Override
        public Optional<PackageName> about() {
            return Optional.of(name);
        }

        @Override
        public Optional<CommitId> commit() {
            return Optional.of(newest);
        }
    }

    /** The deploy branch was force-pushed; {@code kept} runs on. */
    record Rewritten(PackageName name, CommitId kept, CommitId offered) implements Cause {
        @Override
        public Kind kind() {
            return Kind.REWRITTEN;
        }

        @Override
        public Optional<PackageName> about() {
            return Optional.of(name);
        }

        @Override
        public Optional<CommitId> commit() {
            return Optional.of(offered);
        }
    }

    /** One commit of a package, and nothing more to say of it. */
    record OfCommit(Kind kind, PackageName name, CommitId one) implements Cause {
        public OfCommit {
            if (!kind.isOfOneCommit()) {
                throw new IllegalArgumentException(kind + " is not about one commit");
            }
        }

        @Override
        public Optional<PackageName> about() {
            return Optional.of(name);
        }

        @Override
        public Optional<CommitId> commit() {
            return Optional.of(one);
        }
    }

    /** The base list is not the one that base was built from. {@code sha256}: of the list as it is. */
    record ListNotBuilt(String sha256) implements Cause {
        @Override
        public Kind kind() {
            return Kind.LIST_NOT_BUILT;
        }

        @Override
        public Optional<PackageName> about() {
            return Optional.empty();
        }

        @Override
        public Optional<CommitId> commit() {
            return Optional.empty();
        }
    }

    /** What may be wrong. Each has its texts in the bundle {@code trace}, under its written form. */
    enum Kind {
        /** The deploy branch was merged into main or develop. */
        MERGED_BACK,
        /** The deploy branch was force-pushed. */
        REWRITTEN,
        /** A hot-fix runs that has no tag. */
        UNTAGGED_HOTFIX,
        /** A hot-fix is old, and neither it nor the merge that brought it names a ticket. */
        NO_TICKET,
        /** A hot-fix is old, and no commit of main or develop is it or does the same. */
        NO_COUNTERPART,
        /** Base's commit is not on the deploy branch. */
        PIN_NOT_ON_DEPLOY,
        /** Base's commit is old. */
        PIN_OLD,
        /** The base list was edited, and base was not built from it. */
        LIST_NOT_BUILT;

        /** Whether {@link OfCommit} says all of it. */
        boolean isOfOneCommit() {
            return switch (this) {
                case UNTAGGED_HOTFIX, NO_TICKET, NO_COUNTERPART, PIN_NOT_ON_DEPLOY, PIN_OLD -> true;
                case MERGED_BACK, REWRITTEN, LIST_NOT_BUILT -> false;
            };
        }

        /** Lower case with hyphens. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind with that written form. */
        public static Optional<Kind> parse(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.written().equals(text))
                    .findFirst();
        }
    }
}
