package org.obsenv.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.words.Visible;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one YAML document strictly. Pure: no file is touched. */
public final class StrictYaml {
    /** What a request or a hand-kept file may weigh, in bytes. */
    public static final int SMALL = 64 * 1024;

    /** What a document that we wrote ourselves may weigh, in bytes: a manifest of thousands of packages fits. */
    public static final int LARGE = 4 * 1024 * 1024;

    private static final int DEPTH = 8;
    private static final Map<String, String> USUAL_PREFIXES = Map.of("!", "!", "!!", Tag.PREFIX);

    private final String file;
    private final Optional<String> end;
    private final ParserImpl events;

    /** {@code end}: the key of the top mapping that ends the reading. */
    private StrictYaml(String file, StreamReader reader, Optional<String> end) {
        this.file = file;
        this.end = end;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEPTH);
        this.events = new ParserImpl(reader, options);
    }

    /**
     * Reads a document whose top is a mapping.
     *
     * @param file how the document is named in complaints
     * @param limit the most bytes it may have
     */
    public static Fields mapping(String file, byte[] bytes, int limit) throws YamlProblem {
        return mapping(file, bytes, limit, Optional.empty());
    }

    /**
     * Reads a document whose top is a mapping as far as a key of it; what stands from there on is neither returned nor
     * looked at.
     */
    public static Fields mappingBefore(String key, String file, byte[] bytes, int limit) throws YamlProblem {
        return mapping(file, bytes, limit, Optional.of(key));
    }

    private static Fields mapping(String file, byte[] bytes, int limit, Optional<String> end) throws YamlProblem {
        Optional<YamlNode> top = read(file, bytes, limit, end);
        if (top.isEmpty()) {
            throw new YamlProblem(file, 0, "", "expected a mapping, found an empty document");
        }
        return Fields.of(file, Place.TOP, top.get());
    }

    private static Optional<YamlNode> read(String file, byte[] bytes, int limit, Optional<String> end)
            throws YamlProblem {
        if (bytes.length > limit) {
            throw new YamlProblem(file, 0, "", "expected at most " + limit + " bytes, found " + bytes.length);
        }
        StreamReader reader = new StreamReader(text(file, bytes));
        try {
            return new StrictYaml(file, reader, end).document();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new YamlProblem(file, line, "", notYaml(e.getProblem()));
        } catch (RuntimeException e) {
            // SnakeYAML throws several unrelated kinds for input it cannot take; all mean the same to the caller.
            throw new YamlProblem(file, reader.getLine() + 1, "", notYaml("cannot be read from here on"));
        }
    }

    /** A decoder is slow in a cold JVM, and nearly every document is of characters that need none. */
    private static String text(String file, byte[] bytes) throws YamlProblem {
        if (Characters.arePlain(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        String text = decode(file, bytes);
        Characters.check(file, text);
        return text;
    }

    private static String decode(String file, byte[] bytes) throws YamlProblem {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new YamlProblem(file, 0, "", "expected UTF-8 text");
        }
    }

    private static String notYaml(@Nullable String problem) {
        return "not YAML: "
                + Visible.cut(String.valueOf(problem).lines().findFirst().orElse(""), YamlProblem.LONGEST);
    }

    private Optional<YamlNode> document() throws YamlProblem {
        events.getEvent(); // stream start
        if (!(events.peekEvent() instanceof DocumentStartEvent)) {
            return Optional.empty();
        }
        Event start = events.getEvent();
        if (start instanceof DocumentStartEvent document && hasDirectives(document)) {
            throw problem(start, Place.TOP, "directives are not allowed here");
        }
        YamlNode top = node(Place.TOP, 0);
        if (end.isPresent()) {
            return Optional.of(top);
        }
        events.getEvent(); // document end
        Event after = events.peekEvent();
        if (after instanceof DocumentStartEvent) {
            throw problem(after, Place.TOP, "expected one document, found a second one");
        }
        return Optional.of(top);
    }

    /** After a document marker the parser names its own two tag prefixes without being asked. */
    private static boolean hasDirectives(DocumentStartEvent document) {
        Map<String, String> prefixes = document.getTags();
        return document.getVersion() != null
                || (prefixes != null && !USUAL_PREFIXES.entrySet().containsAll(prefixes.entrySet()));
    }

    private YamlNode node(Place place, int depth) throws YamlProblem {
        Event event = events.getEvent();
        if (depth >= DEPTH && event instanceof CollectionStartEvent) {
            throw problem(event, place, "expected at most " + DEPTH + " levels");
        }
        if (event instanceof AliasEvent) {
            throw problem(event, place, "aliases are not allowed here");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw problem(event, place, "anchors are not allowed here");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag(), place);
            return new YamlNode.Text(line(event), scalar.getValue(), scalar.isPlain());
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(event, sequence.getTag(), place);
            return sequence(event, place, depth);
        }
        if (event instanceof MappingStartEvent mapping) {
            refuseTag(event, mapping.getTag(), place);
            return mapping(event, place, depth);
        }
        throw problem(event, place, "expected a value");
    }

    private YamlNode sequence(Event start, Place place, int depth) throws YamlProblem {
        List<YamlNode> items = new ArrayList<>();
        while (!(events.peekEvent() instanceof SequenceEndEvent)) {
            items.add(node(place.item(items.size()), depth + 1));
        }
        events.getEvent();
        return new YamlNode.Sequence(line(start), items);
    }

    private YamlNode mapping(Event start, Place place, int depth) throws YamlProblem {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (!(events.peekEvent() instanceof MappingEndEvent)) {
            Event at = events.peekEvent();
            if (!(node(place, depth + 1) instanceof YamlNode.Text name) || name.isNothing()) {
                throw problem(at, place, "expected a key of plain text");
            }
            if (name.plain() && name.value().equals("<<")) {
                throw problem(at, place, "merge keys are not allowed here");
            }
            if (depth == 0 && end.equals(Optional.of(name.value()))) {
                return new YamlNode.Mapping(line(start), entries);
            }
            Place inside = place.key(name.value());
            if (entries.containsKey(name.value())) {
                throw problem(at, inside, "the key stands here a second time");
            }
            entries.put(name.value(), new YamlNode.Entry(name.line(), node(inside, depth + 1)));
        }
        events.getEvent();
        return new YamlNode.Mapping(line(start), entries);
    }

    private void refuseTag(Event event, @Nullable String tag, Place place) throws YamlProblem {
        if (tag != null) {
            throw problem(event, place, "tags are not allowed here, found " + Visible.value(tag));
        }
    }

    private YamlProblem problem(Event event, Place place, String text) {
        return new YamlProblem(file, line(event), place.toString(), text);
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
    }
}
