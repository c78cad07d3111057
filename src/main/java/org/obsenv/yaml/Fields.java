package org.obsenv.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.obsenv.words.Visible;

/**
 * A mapping being read: every key is asked for once, then {@link #end()} refuses what nobody asked for. Not thread
 * safe.
 */
public final class Fields {
    private final String file;
    private final Place place;
    private final YamlNode.Mapping mapping;
    private final Set<String> asked = new HashSet<>();

    private Fields(String file, Place place, YamlNode.Mapping mapping) {
        this.file = file;
        this.place = place;
        this.mapping = mapping;
    }

    static Fields of(String file, Place place, YamlNode node) throws YamlProblem {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Fields(file, place, mapping);
        }
        throw new YamlProblem(file, node.line(), place.toString(), "expected a mapping, found " + node.kind());
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** The line of a key, from 1; that of the mapping when the key is missing. */
    public int line(String key) {
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.line() : entry.line();
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** True when the key is there and its value is text. */
    public boolean isText(String key) {
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry != null && entry.value() instanceof YamlNode.Text;
    }

    /** Refuses a mapping without the key. */
    public void require(String key, String expected) throws YamlProblem {
        if (!has(key)) {
            throw missing(key, expected);
        }
    }

    public String text(String key) throws YamlProblem {
        return optionalText(key).orElseThrow(() -> missing(key, "text"));
    }

    public Optional<String> optionalText(String key) throws YamlProblem {
        Optional<YamlNode> node = take(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(textOf(node.get(), place.key(key)));
    }

    /** A text that {@code read} must take; where it gives empty, {@code expected} says what would have been right. */
    public <T> T value(String key, String expected, Function<String, Optional<T>> read) throws YamlProblem {
        return optionalValue(key, expected, read).orElseThrow(() -> missing(key, expected));
    }

    public <T> Optional<T> optionalValue(String key, String expected, Function<String, Optional<T>> read)
            throws YamlProblem {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = read.apply(text.get());
        if (value.isEmpty()) {
            throw problem(key, "expected " + expected + ", found \"" + Visible.value(text.get()) + "\"");
        }
        return value;
    }

    public Fields mapping(String key) throws YamlProblem {
        return optionalMapping(key).orElseThrow(() -> missing(key, "a mapping"));
    }

    public Optional<Fields> optionalMapping(String key) throws YamlProblem {
        Optional<YamlNode> node = take(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(file, place.key(key), node.get()));
    }

    /** The texts of a list; empty when the key is missing. */
    public List<String> texts(String key) throws YamlProblem {
        List<String> texts = new ArrayList<>();
        List<YamlNode> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            texts.add(textOf(items.get(i), place.key(key).item(i)));
        }
        return texts;
    }

    /** The mappings of a list; empty when the key is missing. */
    public List<Fields> mappings(String key) throws YamlProblem {
        List<Fields> all = new ArrayList<>();
        List<YamlNode> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            all.add(of(file, place.key(key).item(i), items.get(i)));
        }
        return all;
    }

    /** Refuses keys that were not asked for. */
    public void end() throws YamlProblem {
        for (String key : mapping.entries().keySet()) {
            if (!asked.contains(key)) {
                throw problem(
                        key,
                        "unknown key; "
                                + Nearest.to(key, asked)
                                        .map(near -> "did you mean " + near + "?")
                                        .orElseGet(() -> "expected one of " + String.join(", ", sorted(asked))));
            }
        }
    }

    /** A complaint about the value of a key. */
    public YamlProblem problem(String key, String text) {
        return new YamlProblem(file, line(key), pathOf(key), text);
    }

    /** Where a key that nobody knows stands in its stead, that one is what the person must mend. */
    private YamlProblem missing(String key, String expected) {
        List<String> unasked = mapping.entries().keySet().stream()
                .filter(each -> !asked.contains(each))
                .toList();
        Optional<String> misspelt = Nearest.to(key, unasked);
        if (misspelt.isPresent()) {
            return problem(misspelt.get(), "unknown key; did you mean " + key + "?");
        }
        return new YamlProblem(file, mapping.line(), pathOf(key), "missing; expected " + expected);
    }

    private List<YamlNode> items(String key) throws YamlProblem {
        Optional<YamlNode> node = take(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        throw new YamlProblem(
                file,
                node.get().line(),
                pathOf(key),
                "expected a list, found " + node.get().kind());
    }

    private String textOf(YamlNode node, Place where) throws YamlProblem {
        if (node instanceof YamlNode.Text text && !text.isNothing()) {
            return text.value();
        }
        throw new YamlProblem(file, node.line(), where.toString(), "expected text, found " + node.kind());
    }

    private Optional<YamlNode> take(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key)).map(YamlNode.Entry::value);
    }

    private String pathOf(String key) {
        return place.key(key).toString();
    }

    private static String[] sorted(Set<String> keys) {
        String[] all = keys.toArray(String[]::new);
        Arrays.sort(all);
        return all;
    }
}
