package org.obsenv.domain.basing;

/** What a list says of a package, as it is spelled there. */
public sealed interface PinText {
    /** As the list has it. */
    String written();

    /** A tag or a commit; it may turn out to be a branch, or nothing. */
    record Named(String name) implements PinText {
        @Override
        public String written() {
            return name;
        }
    }

    /** No pin: it stays at that commit. */
    record Keep(String commit) implements PinText {
        @Override
        public String written() {
            return "keep " + commit;
        }
    }
}
