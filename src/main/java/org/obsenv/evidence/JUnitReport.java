package org.obsenv.evidence;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/**
 * A report in the form that JUnit's Ant task made common. Counted from its test cases: what a suite's attributes claim
 * is compared and said, not believed. No document type, no entity, bounded in depth and size.
 */
final class JUnitReport {
    private static final int DEPTH = 64;
    private static final Set<String> IMAGE_PROPERTIES =
            Set.of("image", "image-reference", "image_reference", "image.reference", "obsenv.image");
    private static final Words WORDS = Words.of("evidence");

    private final XMLStreamReader reader;
    private final Deque<Suite> open = new ArrayDeque<>();
    private final List<String> doubts = new ArrayList<>();
    private final List<ImageReference> images = new ArrayList<>();
    private @Nullable Outcome current;
    private long claimedBad;
    private long passed;
    private long bad;
    private long skipped;

    private JUnitReport(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** How one test case ended; the worst of what it holds. */
    private enum Outcome {
        PASSED,
        SKIPPED,
        BAD
    }

    /**
     * What a report comes to.
     *
     * @param images the images that its properties name; none in most reports
     * @param doubts where its attributes claim another count than its test cases come to
     */
    record Counted(long passed, long bad, long skipped, List<ImageReference> images, List<String> doubts) {}

    /** A suite that is being read: what its attributes claim, and what its cases came to so far. */
    private static final class Suite {
        private final Optional<Long> tests;
        private final Optional<Long> bad;
        private final String name;
        private long own;
        private long all;
        private long ownBad;
        private long allBad;

        Suite(String name, Optional<Long> tests, Optional<Long> bad) {
            this.name = name;
            this.tests = tests;
            this.bad = bad;
        }
    }

    static Counted read(byte[] bytes) throws Inconclusive {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an external entity");
        });
        int line = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return new JUnitReport(reader).all();
            } finally {
                line = reader.getLocation().getLineNumber();
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's reader throws unchecked exceptions too, for encodings it does not know and for broken names.
            throw new Inconclusive(WORDS.text("junit.malformed", "line", Math.max(1, line)));
        }
    }

    private Counted all() throws XMLStreamException, Inconclusive {
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Inconclusive(WORDS.text(
                            "junit.entities", "line", reader.getLocation().getLineNumber()));
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEPTH) {
                        throw new Inconclusive(WORDS.text("junit.deep", "most", DEPTH));
                    }
                    begin(reader.getLocalName(), depth);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end(reader.getLocalName());
                }
                default -> {}
            }
        }
        if (claimedBad > 0 && bad == 0) {
            // Failures that are claimed and not shown are no pass.
            throw new Inconclusive(WORDS.text("junit.hidden-failures", "claimed", claimedBad));
        }
        return new Counted(passed, bad, skipped, List.copyOf(images), List.copyOf(doubts));
    }

    private void begin(String element, int depth) throws Inconclusive {
        if (depth == 1 && !element.equals("testsuites") && !element.equals("testsuite")) {
            throw new Inconclusive(WORDS.text("junit.other", "found", Visible.value(element)));
        }
        switch (element) {
            case "testsuites", "testsuite" -> open.push(suite(element));
            case "testcase" -> current = Outcome.PASSED;
            case "failure", "error" -> bad(element);
            case "skipped" -> current = current == Outcome.PASSED ? Outcome.SKIPPED : current;
            case "property" -> property();
            default -> {}
        }
    }

    /** A suite that broke outside its cases did not pass either. */
    private void bad(String element) {
        if (current != null) {
            current = Outcome.BAD;
        } else if (!open.isEmpty()) {
            bad++;
            open.peek().ownBad++;
            doubts.add(WORDS.text("junit.suite-broke", "suite", open.peek().name, "how", element));
        }
    }

    private void property() {
        String name = reader.getAttributeValue(null, "name");
        String value = reader.getAttributeValue(null, "value");
        if (name != null && value != null && IMAGE_PROPERTIES.contains(name.toLowerCase(Locale.ROOT))) {
            images.add(ImageReference.parse(value));
        }
    }

    private void end(String element) {
        switch (element) {
            case "testcase" -> close(current);
            case "testsuites", "testsuite" -> close(open.pop());
            default -> {}
        }
    }

    private void close(@Nullable Outcome outcome) {
        if (outcome == null) {
            return;
        }
        switch (outcome) {
            case PASSED -> passed++;
            case SKIPPED -> skipped++;
            case BAD -> bad++;
        }
        if (!open.isEmpty()) {
            open.peek().own++;
            open.peek().ownBad += outcome == Outcome.BAD ? 1 : 0;
        }
        current = null;
    }

    /** A suite's attributes may count its own cases, or those of the suites in it too. */
    private void close(Suite suite) {
        long all = suite.own + suite.all;
        long allBad = suite.ownBad + suite.allBad;
        suite.tests
                .filter(claimed -> claimed != suite.own && claimed != all)
                .ifPresent(claimed -> doubts.add(WORDS.text(
                        "junit.claims", "suite", suite.name, "claimed", claimed, "what", "tests", "found", all)));
        suite.bad
                .filter(claimed -> claimed != suite.ownBad && claimed != allBad)
                .ifPresent(claimed -> doubts.add(WORDS.text(
                        "junit.claims", "suite", suite.name, "claimed", claimed, "what", "failed", "found", allBad)));
        suite.bad.ifPresent(claimed -> claimedBad = Math.max(claimedBad, claimed));
        if (!open.isEmpty()) {
            open.peek().all += all;
            open.peek().allBad += allBad;
        }
    }

    private Suite suite(String element) throws Inconclusive {
        String name = reader.getAttributeValue(null, "name");
        Optional<Long> failures = number("failures");
        Optional<Long> errors = number("errors");
        Optional<Long> bad = failures.isEmpty() && errors.isEmpty()
                ? Optional.empty()
                : Optional.of(failures.orElse(0L) + errors.orElse(0L));
        return new Suite(name == null ? element : Visible.value(name), number("tests"), bad);
    }

    private Optional<Long> number(String attribute) throws Inconclusive {
        String text = reader.getAttributeValue(null, attribute);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.strip().matches("[0-9]{1,9}")) {
            throw new Inconclusive(WORDS.text(
                    "junit.no-number",
                    "line",
                    reader.getLocation().getLineNumber(),
                    "attribute",
                    attribute,
                    "found",
                    Visible.value(text)));
        }
        return Optional.of(Long.valueOf(text.strip()));
    }
}
