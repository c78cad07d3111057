package org.obsenv.yaml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntUnaryOperator;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Where each mapping and text of a document stands, in characters from its beginning. Reads what {@link StrictYaml} took. */
final class YamlOutline {
    /** Characters from {@code from} to before {@code to}. */
    record Span(int from, int to) {}

    /** What stands at a place. */
    sealed interface Node {
        Span span();
    }

    record Text(Span span, ScalarStyle style) implements Node {}

    /** Keys in the order of the file; {@code span} ends where the last value does, or with the closing brace. */
    record Mapping(Span span, boolean isFlow, SequencedMap<String, Entry> entries) implements Node {}

    record Sequence(Span span) implements Node {}

    record Entry(Span key, Node value) {
        Span span() {
            return new Span(key.from(), Math.max(key.to(), value.span().to()));
        }
    }

    private final ParserImpl events;
    private final IntUnaryOperator characters;

    private YamlOutline(ParserImpl events, IntUnaryOperator characters) {
        this.events = events;
        this.characters = characters;
    }

    /** The top mapping. */
    static Mapping of(String file, byte[] bytes, int limit) throws YamlProblem {
        StrictYaml.mapping(file, bytes, limit);
        String text = new String(bytes, StandardCharsets.UTF_8);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        // The parser counts code points.
        IntUnaryOperator characters = text.length() == text.codePointCount(0, text.length())
                ? IntUnaryOperator.identity()
                : index -> text.offsetByCodePoints(0, index);
        try {
            YamlOutline outline = new YamlOutline(new ParserImpl(new StreamReader(text), options), characters);
            outline.events.getEvent(); // stream start
            outline.events.getEvent(); // document start
            if (outline.node() instanceof Mapping top) {
                return top;
            }
        } catch (YAMLException e) {
            throw new YamlProblem(file, 0, "", "cannot be read a second time");
        }
        throw new YamlProblem(file, 0, "", "expected a mapping");
    }

    private Node node() {
        return switch (events.getEvent()) {
            case ScalarEvent scalar -> new Text(span(scalar), scalar.getScalarStyle());
            case MappingStartEvent start -> mapping(start);
            case SequenceStartEvent start -> sequence(start);
            case Event other -> throw new YAMLException("not a value: " + other);
        };
    }

    private Mapping mapping(MappingStartEvent start) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        int from = at(start.getStartMark());
        int to = at(start.getEndMark());
        while (!(events.peekEvent() instanceof MappingEndEvent)) {
            if (!(events.getEvent() instanceof ScalarEvent key)) {
                throw new YAMLException("not a key");
            }
            Entry entry = new Entry(span(key), node());
            entries.put(key.getValue(), entry);
            to = entry.span().to();
        }
        Event end = events.getEvent();
        return new Mapping(new Span(from, start.isFlow() ? at(end.getEndMark()) : to), start.isFlow(), entries);
    }

    private Sequence sequence(SequenceStartEvent start) {
        int to = at(start.getEndMark());
        while (!(events.peekEvent() instanceof SequenceEndEvent)) {
            to = node().span().to();
        }
        Event end = events.getEvent();
        return new Sequence(new Span(at(start.getStartMark()), start.isFlow() ? at(end.getEndMark()) : to));
    }

    private Span span(Event event) {
        return new Span(at(event.getStartMark()), at(event.getEndMark()));
    }

    private int at(Mark mark) {
        return characters.applyAsInt(mark.getIndex());
    }

    /** The spans of every key and text at and below a node. */
    static void texts(Node node, List<Span> into) {
        switch (node) {
            case Text text -> into.add(text.span());
            case Mapping mapping ->
                mapping.entries().values().forEach(entry -> {
                    into.add(entry.key());
                    texts(entry.value(), into);
                });
            case Sequence sequence -> into.add(sequence.span());
        }
    }
}
