package org.obsenv.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One commit of a demo remote, or only a new branch where it has no subject.
 *
 * @param branch the branch it is on, made when it is not there
 * @param from the branch that a new branch begins at
 * @param merge the branch it merges
 * @param rewrite the tag that the branch is put back to first: a force-push
 * @param tag the annotated tag it gets
 */
record DemoCommit(
        String branch,
        Optional<String> from,
        Optional<String> merge,
        Optional<String> rewrite,
        Optional<Text> text,
        Optional<String> tag,
        Map<String, String> files,
        List<Edit> edits) {
    DemoCommit {
        files = Map.copyOf(files);
        edits = List.copyOf(edits);
    }

    /** Who said what, and how long ago. */
    record Text(String subject, String author, Duration age) {}

    /** A text in a file that is replaced by another; it must be there. */
    record Edit(String file, String find, String put) {
        String in(String content) {
            if (!content.contains(find)) {
                throw new IllegalStateException("the demo's " + file + " does not hold: " + find);
            }
            return content.replace(find, put);
        }
    }
}
