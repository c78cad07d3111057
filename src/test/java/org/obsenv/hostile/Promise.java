package org.obsenv.hostile;

import java.util.Set;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;

/** What is asked of a verb that is struck, and what holds whatever became of it. */
interface Promise {
    TestEnvironment environment();

    Verb verb();

    /** As a person asks who sees the environment as it is now. */
    Request request();

    /** Whether it is started by hand with nothing to read, and so speaks to a person. */
    default boolean isTyped() {
        return false;
    }

    /** What the file system is like that it works on. */
    default Rule world() {
        return Rule.undisturbed();
    }

    /** What the links may be besides those before and after, where a verb moves several. */
    default Set<ThreeLinks> onTheWay() {
        return Set.of();
    }

    default boolean movesALink() {
        return true;
    }

    /** Whether there may be nothing to roll back to before it has ended well. */
    default boolean makesTheLayout() {
        return false;
    }

    /** What holds the moment that the verb is dead. */
    default void requireKept(String when) {}

    /** Asked again, the verb does its work, and what a dead one left is swept. */
    void requireGoesOn(String when);
}
