package org.obsenv.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obsenv.yaml.YamlOutline.Entry;
import org.obsenv.yaml.YamlOutline.Mapping;
import org.obsenv.yaml.YamlOutline.Node;
import org.obsenv.yaml.YamlOutline.Span;

/**
 * Changes single texts of a document that people keep by hand; every other byte stays: comments, order, quotes, line
 * ends. What cannot be changed so is a complaint that names its line. Whoever edits reads the result again and compares.
 */
public final class YamlEdit {
    /** What may go with an entry that is taken out: nothing that somebody wrote down. */
    private static final Pattern NOTHING_SAID = Pattern.compile("[\\s:?,{}]*");

    private final String file;
    private final String text;
    private final boolean hasMark;
    private final Mapping top;
    private final EditedLines lines;
    private final List<Change> changes = new ArrayList<>();

    /** Puts {@code with} where {@code span} is. */
    private record Change(Span span, String with) {}

    private YamlEdit(String file, byte[] bytes, int limit) throws YamlProblem {
        this.file = file;
        this.top = YamlOutline.of(file, bytes, limit);
        this.text = new String(bytes, StandardCharsets.UTF_8);
        this.hasMark = text.startsWith("\ufeff");
        this.lines = new EditedLines(text);
    }

    /** Of a document whose top is a mapping; one that {@link StrictYaml} refuses is refused here. */
    public static YamlEdit of(String file, byte[] bytes, int limit) throws YamlProblem {
        return new YamlEdit(file, bytes, limit);
    }

    /** Puts a text in place of the one that the key has, in its quotes. */
    public void set(Optional<String> within, String key, String value) throws YamlProblem {
        Mapping mapping = mapping(within);
        Node node = entry(mapping, key).value();
        if (!(node instanceof YamlOutline.Text(Span span, var style))) {
            throw problem(node.span().from(), key, "expected one text to put another in its place");
        }
        String written = ScalarText.like(style, value, span.from() == span.to())
                .orElseThrow(
                        () -> problem(
                                span.from(),
                                key,
                                "stands in a form that cannot be changed without losing it; write it in one line, then ask again"));
        changes.add(new Change(span, written));
    }

    /** Adds an entry behind another of the same mapping; without that, behind the last or, in an empty one, inside. */
    public void add(Optional<String> within, Optional<String> behind, String key, String value) throws YamlProblem {
        Mapping mapping = mapping(within);
        boolean isFlow = isInFlow(within);
        addEntry(mapping, behind, isFlow, ScalarText.plainOrQuoted(key) + ": " + ScalarText.plainOrQuoted(value));
    }

    /** Adds a mapping of one entry as the last of the top. */
    public void addMapping(String name, String key, String value) throws YamlProblem {
        boolean isFlow = top.isFlow();
        String entry = ScalarText.plainOrQuoted(key) + ": " + ScalarText.plainOrQuoted(value);
        String below = lines.end() + indent(top) + "  ";
        addEntry(top, Optional.empty(), isFlow, isFlow ? name + ": {" + entry + "}" : name + ":" + below + entry);
    }

    /** Adds an entry before all others of the top. */
    public void addFirst(String key, String value) {
        String entry = key + ": " + ScalarText.plainOrQuoted(value);
        Optional<Entry> first = top.entries().values().stream().findFirst();
        int at = first.map(each -> each.key().from()).orElse(top.span().from() + 1);
        String behind = first.isEmpty() ? "" : top.isFlow() ? ", " : lines.end() + indent(top);
        changes.add(new Change(new Span(at, at), entry + behind));
    }

    /** Takes an entry out, and its mapping with the last; what stands beside it, a comment say, is never taken. */
    public void remove(String within, String key) throws YamlProblem {
        Mapping mapping = mapping(Optional.of(within));
        boolean isLast = mapping.entries().size() == 1;
        if (isLast) {
            remove(top, entry(top, within), key);
        } else {
            remove(mapping, entry(mapping, key), key);
        }
    }

    /** As {@link #remove(String, String)}, of an entry of the top. */
    public void remove(String key) throws YamlProblem {
        remove(top, entry(top, key), key);
    }

    /** The document with its changes. */
    public byte[] bytes() {
        StringBuilder edited = new StringBuilder(text);
        List<Change> backwards = new ArrayList<>(changes);
        backwards.sort(Comparator.comparingInt((Change each) -> each.span().from()));
        for (Change each : backwards.reversed()) {
            edited.replace(each.span().from(), each.span().to(), each.with());
        }
        return edited.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void addEntry(Mapping mapping, Optional<String> behind, boolean isFlow, String entry) throws YamlProblem {
        if (mapping.entries().isEmpty()) {
            int at = mapping.span().from() + 1;
            changes.add(new Change(new Span(at, at), entry));
            return;
        }
        @Nullable Entry named = behind.map(mapping.entries()::get).orElse(null);
        Entry before = named == null ? mapping.entries().lastEntry().getValue() : named;
        int end = before.span().to();
        int at = isFlow ? end : lines.endOf(end);
        changes.add(new Change(new Span(at, at), isFlow ? ", " + entry : lines.end() + indent(mapping) + entry));
    }

    private void remove(Mapping mapping, Entry entry, String key) throws YamlProblem {
        Span span = mapping.isFlow() ? withComma(mapping, entry) : lines.whole(entry.span());
        List<Span> gone = new ArrayList<>(List.of(entry.key()));
        YamlOutline.texts(entry.value(), gone);
        StringBuilder rest = new StringBuilder(text.substring(span.from(), span.to()));
        gone.sort(Comparator.comparingInt(Span::from));
        for (Span each : gone.reversed()) {
            rest.delete(each.from() - span.from(), each.to() - span.from());
        }
        if (!NOTHING_SAID.matcher(rest).matches()) {
            throw problem(
                    entry.key().from(),
                    key,
                    "cannot be taken out without losing what stands beside it; put that on a line of its own, then ask again");
        }
        changes.add(new Change(span, ""));
    }

    private static Span withComma(Mapping mapping, Entry entry) {
        List<Entry> all = List.copyOf(mapping.entries().values());
        int at = all.indexOf(entry);
        if (at + 1 < all.size()) {
            return new Span(entry.key().from(), all.get(at + 1).key().from());
        }
        return new Span(
                at == 0 ? entry.key().from() : all.get(at - 1).span().to(),
                entry.span().to());
    }

    /** What stands before the last key of a block. */
    private String indent(Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            return "";
        }
        int key = mapping.entries().lastEntry().getValue().key().from();
        int start = lines.startOf(key);
        int columns = key - start - (start == 0 && hasMark ? 1 : 0);
        return " ".repeat(columns);
    }

    private Mapping mapping(Optional<String> within) throws YamlProblem {
        if (within.isEmpty()) {
            return top;
        }
        Node node = entry(top, within.get()).value();
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        throw problem(node.span().from(), within.get(), "expected a mapping");
    }

    private boolean isInFlow(Optional<String> within) throws YamlProblem {
        return top.isFlow() || mapping(within).isFlow();
    }

    private Entry entry(Mapping mapping, String key) throws YamlProblem {
        @Nullable Entry entry = mapping.entries().get(key);
        if (entry == null) {
            throw problem(mapping.span().from(), key, "is not there");
        }
        return entry;
    }

    private YamlProblem problem(int at, String key, String told) {
        return new YamlProblem(file, lines.number(at), key, told);
    }
}
